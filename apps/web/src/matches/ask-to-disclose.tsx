import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DisclosureGroup } from '#domain';
import type { DisclosureOfMatchFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { AskDisclosure } from './disclosure.graphql';
import { GroupChoice } from './group-choice.js';
import { GROUPS } from './groups.js';
import { useSides } from './own-side.js';

/** Asks the other side for what is not exact yet and has not been asked for. */
export function AskToDisclose({ match }: { readonly match: DisclosureOfMatchFragment }) {
  const [open, setOpen] = useState(false);
  const { other } = useSides(match);
  const waiting = match.disclosure.asked.flatMap(({ state, groups }) => (state === 'ASKED' ? groups : []));
  const askable = GROUPS.filter(
    (group) =>
      !waiting.includes(group) &&
      other.disclosures.some((one) => one.group === group && one.level !== 'EXACT'),
  );
  if (askable.length === 0) return null;
  if (open) return <AskForm matchId={match.id} askable={askable} onClose={() => setOpen(false)} />;
  return (
    <Button className="disclosure-ask" variant="secondary" onClick={() => setOpen(true)}>
      <FormattedMessage id="matches.ask.open" />
    </Button>
  );
}

interface AskFormProps {
  readonly matchId: string;
  readonly askable: readonly DisclosureGroup[];
  readonly onClose: () => void;
}

function AskForm({ matchId, askable, onClose }: AskFormProps) {
  const intl = useIntl();
  const toast = useToast();
  const { act, busy, trouble } = useAct(AskDisclosure);
  const [chosen, setChosen] = useState<readonly DisclosureGroup[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0) return;
    const words = note.trim();
    const done = await act({ matchId, groups: [...chosen], note: words === '' ? null : words });
    if (done === undefined) return;
    toast(<FormattedMessage id="matches.ask.done" />);
    onClose();
  };
  const needed = tried && chosen.length === 0;
  return (
    <form className="match-form" onSubmit={(event) => void submit(event)} noValidate>
      <GroupChoice
        legend={<FormattedMessage id="matches.ask.title" />}
        groups={askable}
        chosen={chosen}
        choose={setChosen}
        error={needed ? <FormattedMessage id="matches.ask.needed" /> : undefined}
      />
      <Textfield
        multiline
        rows={2}
        label={intl.formatMessage({ id: 'matches.ask.note' })}
        description={intl.formatMessage({ id: 'matches.ask.noteWhy' })}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Refusal trouble={trouble} />
      <div className="match-deeds">
        <Button type="submit" loading={busy}>
          <FormattedMessage id="matches.ask.submit" />
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          <FormattedMessage id="matches.ask.cancel" />
        </Button>
      </div>
    </form>
  );
}
