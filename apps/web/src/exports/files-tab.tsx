import {
  Button,
  Card,
  Field,
  Heading,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureBasis } from '#operations';
import type { SeenCluster } from '../board/of-cluster.js';
import { daysOf, yearInOslo } from '../board/period.js';
import { BASES } from '../board/search.js';
import { lastYears } from './search.js';
import { useDownload } from './use-download.js';

const FORMATS = ['xlsx', 'csv', 'json'] as const;
const PARTS = ['figures', 'flows', 'goals', 'method', 'factors'] as const;

/** What is carried away: each of it under the rules of the report. */
export const FilesTab = ({ cluster }: { readonly cluster: SeenCluster }) => (
  <div className="exports-cards">
    <ReportFile cluster={cluster} />
    <OnePage cluster={cluster} />
    {cluster.role !== 'OUTSIDER' && <AuditBundle cluster={cluster} />}
  </div>
);

interface ExportCardProps {
  readonly id: 'report' | 'page' | 'audit';
  readonly children: ReactNode;
}

const ExportCard = ({ id, children }: ExportCardProps) => (
  <Card asChild className="exports-card">
    <section aria-labelledby={`exports-${id}`}>
      <Heading id={`exports-${id}`} level={2} data-size="xs">
        <FormattedMessage id={`exports.${id}.title`} />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id={`exports.${id}.lead`} />
      </Paragraph>
      {children}
    </section>
  </Card>
);

interface Days {
  readonly from: string;
  readonly to: string;
}

interface ReportForm extends Days {
  readonly basis: FigureBasis;
  readonly format: (typeof FORMATS)[number];
  readonly part: (typeof PARTS)[number];
}

const thisYear = (): Days => daysOf(yearInOslo(new Date()));

function ReportFile({ cluster }: { readonly cluster: SeenCluster }) {
  const intl = useIntl();
  const { save, busy, told } = useDownload();
  const { register, handleSubmit, control } = useForm<ReportForm>({
    defaultValues: { ...thisYear(), basis: 'DELIVERED', format: 'xlsx', part: 'figures' },
  });
  const format = useWatch({ control, name: 'format' });
  const submit = handleSubmit(({ part, ...asked }) => {
    const query = new URLSearchParams({
      ...asked,
      language: intl.locale.startsWith('en') ? 'en' : 'nb',
    });
    if (asked.format === 'csv') query.set('part', part);
    save(`/api/exports/clusters/${cluster.id}/report?${query}`);
  });
  return (
    <ExportCard id="report">
      <form className="exports-form" onSubmit={(event) => void submit(event)}>
        <DayFields register={register} />
        <Choice label="board.basis">
          <Select {...register('basis')}>
            {BASES.map((basis) => (
              <option key={basis} value={basis}>
                {intl.formatMessage({ id: `board.basis.${basis}` })}
              </option>
            ))}
          </Select>
        </Choice>
        <Choice label="exports.format">
          <Select {...register('format')}>
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {intl.formatMessage({ id: `exports.format.${format}` })}
              </option>
            ))}
          </Select>
        </Choice>
        {format === 'csv' && (
          <Choice label="exports.part">
            <Select {...register('part')}>
              {PARTS.map((part) => (
                <option key={part} value={part}>
                  {intl.formatMessage({ id: `exports.part.${part}` })}
                </option>
              ))}
            </Select>
          </Choice>
        )}
        <Button type="submit" loading={busy}>
          <FormattedMessage id="exports.save" />
        </Button>
      </form>
      {told}
    </ExportCard>
  );
}

interface ChoiceProps {
  readonly label: 'board.basis' | 'exports.format' | 'exports.part' | 'exports.year';
  readonly children: ReactNode;
}

const Choice = ({ label, children }: ChoiceProps) => (
  <Field>
    <Label>
      <FormattedMessage id={label} />
    </Label>
    {children}
  </Field>
);

interface DayFieldsProps {
  readonly register: (name: 'from' | 'to', options: { readonly required: true }) => object;
}

function DayFields({ register }: DayFieldsProps) {
  const intl = useIntl();
  return (
    <div className="exports-days">
      <Textfield
        type="date"
        label={intl.formatMessage({ id: 'exports.from' })}
        {...register('from', { required: true })}
      />
      <Textfield
        type="date"
        label={intl.formatMessage({ id: 'exports.to' })}
        {...register('to', { required: true })}
      />
    </div>
  );
}

const YEARS = 6;

/** Drawn by the server; shown on a page of its own, from which it is printed. */
function OnePage({ cluster: { slug } }: { readonly cluster: SeenCluster }) {
  const intl = useIntl();
  const years = lastYears(new Date(), YEARS);
  const [year, setYear] = useState(years[0] ?? 0);
  const [basis, setBasis] = useState<FigureBasis>('DELIVERED');
  return (
    <ExportCard id="page">
      <div className="exports-form">
        <Choice label="exports.year">
          <Select value={year} onChange={({ target }) => setYear(Number(target.value))}>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Choice>
        <Choice label="board.basis">
          <Select value={basis} onChange={({ target }) => setBasis(target.value as FigureBasis)}>
            {BASES.map((one) => (
              <option key={one} value={one}>
                {intl.formatMessage({ id: `board.basis.${one}` })}
              </option>
            ))}
          </Select>
        </Choice>
        <Button asChild variant="secondary">
          <Link to="/cluster/$slug/reports/print" params={{ slug }} search={{ year, basis }}>
            <FormattedMessage id="exports.page.open" />
          </Link>
        </Button>
      </div>
    </ExportCard>
  );
}

function AuditBundle({ cluster }: { readonly cluster: SeenCluster }) {
  const { save, busy, told } = useDownload();
  const { register, handleSubmit } = useForm<Days>({ defaultValues: thisYear() });
  const submit = handleSubmit((days) =>
    save(`/api/exports/clusters/${cluster.id}/audit-bundle?${new URLSearchParams({ ...days })}`),
  );
  return (
    <ExportCard id="audit">
      <form className="exports-form" onSubmit={(event) => void submit(event)}>
        <DayFields register={register} />
        <Button type="submit" variant="secondary" loading={busy}>
          <FormattedMessage id="exports.save" />
        </Button>
      </form>
      {told}
    </ExportCard>
  );
}
