import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** One sentence on what the page is for. */
  readonly lead?: ReactNode;
  /** The page's main deed, beside its title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What every page of the console begins with: its name in the tab and as heading, and its main deed. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Bistrøm`;
  }, [title]);
  return (
    <article className="page">
      <header className="page-head">
        <div>
          <Heading level={1} data-size="md">
            {title}
          </Heading>
          {lead !== undefined && <Paragraph className="quiet">{lead}</Paragraph>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  );
}

interface EmptyProps {
  readonly title: string;
  /** One sentence, and one way on. */
  readonly children?: ReactNode;
}

/** Nothing is wrong, there is just nothing yet. */
export const Empty = ({ title, children }: EmptyProps) => (
  <section className="empty">
    <Heading level={2} data-size="xs">
      {title}
    </Heading>
    {children}
  </section>
);
