import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { useId, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DisclosureGroup } from '#domain';
import type { RequestToDiscloseFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { GrantDisclosure, RefuseDisclosure } from './disclosure.graphql';
import { GroupChoice } from './group-choice.js';

/** Proposed, never decided: a quarter is time to come to terms. */
const DAYS_PROPOSED = 90;

const dayFromNow = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toISOString().slice(0, 10);
};

/** The other side asks: all of it, a part until a day, or no. */
export function AnswerRequest({ request }: { readonly request: RequestToDiscloseFragment }) {
  const intl = useIntl();
  const heading = useId();
  const grant = useAct(GrantDisclosure);
  const refuse = useAct(RefuseDisclosure);
  const [chosen, setChosen] = useState<readonly DisclosureGroup[]>(request.groups);
  const [until, setUntil] = useState(() => dayFromNow(DAYS_PROPOSED));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    refuse.forget();
    await grant.act({ requestId: request.id, groups: [...chosen], until: `${until}T00:00:00.000Z` });
  };
  return (
    <form
      className="match-form disclosure-request"
      onSubmit={(event) => void submit(event)}
      aria-labelledby={heading}
    >
      <Heading level={3} data-size="2xs" id={heading}>
        <FormattedMessage id="matches.answer.title" />
      </Heading>
      {request.note !== null && <blockquote className="disclosure-note">{request.note}</blockquote>}
      <GroupChoice
        legend={<FormattedMessage id="matches.answer.groups" />}
        groups={request.groups}
        chosen={chosen}
        choose={setChosen}
      />
      <Textfield
        type="date"
        required
        label={intl.formatMessage({ id: 'matches.answer.until' })}
        description={intl.formatMessage({ id: 'matches.answer.untilWhy' })}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      <Refusal trouble={grant.trouble ?? refuse.trouble} />
      <div className="match-deeds">
        <Button type="submit" loading={grant.busy} disabled={chosen.length === 0}>
          <FormattedMessage id="matches.answer.grant" />
        </Button>
        <Button
          variant="secondary"
          loading={refuse.busy}
          onClick={() => void refuse.act({ requestId: request.id })}
        >
          <FormattedMessage id="matches.answer.refuse" />
        </Button>
      </div>
    </form>
  );
}
