import { Heading, Switch } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { LetStaff as LetStaffDocument, LetStaffDraft, LetStaffEdit } from './hints.graphql';

/** What staff of the firm's clusters may do in its place; its administrators say. */
export function LetStaff() {
  const result = useQuery(LetStaffDocument);
  const refresh = (): void => void result.refetch().catch(() => undefined);
  return (
    <section className="block" aria-labelledby="hints-let">
      <Heading level={2} data-size="2xs" id="hints-let">
        <FormattedMessage id="hints.let" />
      </Heading>
      <Whole result={result}>
        {({ viewer, draftsByStaff }) => (
          <div className="hints-switches">
            <Edits allowed={viewer?.staffMayEdit ?? false} onSet={refresh} />
            {viewer?.clusters.map(({ id, name }) => (
              <Drafts
                key={id}
                clusterId={id}
                name={name}
                allowed={draftsByStaff.some((one) => one.id === id)}
                onSet={refresh}
              />
            ))}
          </div>
        )}
      </Whole>
    </section>
  );
}

interface SetProps {
  readonly allowed: boolean;
  readonly onSet: () => void;
}

function Edits({ allowed, onSet }: SetProps) {
  const { act, busy, trouble } = useAct(LetStaffEdit);
  const set = async (checked: boolean): Promise<void> => {
    if ((await act({ allowed: checked })) !== undefined) onSet();
  };
  return (
    <div>
      <Switch
        label={<FormattedMessage id="hints.let.edit" />}
        description={<FormattedMessage id="hints.let.edit.what" />}
        checked={allowed}
        disabled={busy}
        onChange={({ target }) => void set(target.checked)}
      />
      <Refusal trouble={trouble} />
    </div>
  );
}

interface DraftsProps extends SetProps {
  readonly clusterId: string;
  readonly name: string;
}

function Drafts({ clusterId, name, allowed, onSet }: DraftsProps) {
  const { act, busy, trouble } = useAct(LetStaffDraft);
  const set = async (checked: boolean): Promise<void> => {
    if ((await act({ clusterId, allowed: checked })) !== undefined) onSet();
  };
  return (
    <div>
      <Switch
        label={<FormattedMessage id="hints.let.draft" values={{ cluster: name }} />}
        description={<FormattedMessage id="hints.let.draft.what" />}
        checked={allowed}
        disabled={busy}
        onChange={({ target }) => void set(target.checked)}
      />
      <Refusal trouble={trouble} />
    </div>
  );
}
