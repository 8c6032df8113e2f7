import { Button, Chip, Textfield, ToggleGroup } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ClusterFirms } from '../members/members.graphql';
import type { Card } from './card-shelf.js';

interface CardFormProps {
  readonly clusterId: string;
  readonly onAdd: (card: Omit<Card, 'id'>) => void;
}

const FRESH = { text: '', amountText: '' };
/** As many as fit beside each other on a tablet. */
const MOST_RECENT = 6;

/** Firm, have or want, and a few words; Enter puts the card down and the next one begins with the same firm. */
export function CardForm({ clusterId, onAdd }: CardFormProps) {
  const intl = useIntl();
  const { data } = useQuery(ClusterFirms, { variables: { clusterId } });
  const firms = data?.clusterFirms ?? [];
  const [firmName, setFirmName] = useState('');
  const [side, setSide] = useState<Card['side']>('OFFER');
  const [words, setWords] = useState(FRESH);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [hasTried, setTried] = useState(false);
  const text = useRef<HTMLInputElement>(null);
  const name = firmName.trim();

  const add = (): void => {
    if (name === '' || words.text.trim() === '') return setTried(true);
    const known = firms.find((one) => one.name.toLowerCase() === name.toLowerCase());
    onAdd({
      ...(known === undefined ? {} : { firmId: known.id }),
      firmName: known?.name ?? name,
      side,
      text: words.text.trim(),
      amountText: words.amountText.trim(),
    });
    setTried(false);
    setWords(FRESH);
    setRecent((before) => [...new Set([known?.name ?? name, ...before])].slice(0, MOST_RECENT));
    text.current?.focus();
  };
  return (
    <form
      className="hints-card-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <SideChoice side={side} onChoose={setSide} />
      <Textfield
        label={<FormattedMessage id="hints.card.firm" />}
        list="hints-firms"
        autoComplete="off"
        value={firmName}
        error={hasTried && name === '' && intl.formatMessage({ id: 'hints.card.problem.firm' })}
        onChange={({ target }) => setFirmName(target.value)}
      />
      <datalist id="hints-firms">
        {firms.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
      <Recent names={recent.filter((one) => one !== name)} onChoose={setFirmName} />
      <Textfield
        ref={text}
        label={<FormattedMessage id={`hints.card.text.${side}`} />}
        autoComplete="off"
        value={words.text}
        error={hasTried && words.text.trim() === '' && intl.formatMessage({ id: 'hints.card.problem.text' })}
        onChange={({ target }) => setWords({ ...words, text: target.value })}
      />
      <Textfield
        label={<FormattedMessage id="hints.card.amount" />}
        autoComplete="off"
        value={words.amountText}
        onChange={({ target }) => setWords({ ...words, amountText: target.value })}
      />
      <Button type="submit">
        <FormattedMessage id="hints.card.add" />
      </Button>
    </form>
  );
}

interface SideChoiceProps {
  readonly side: Card['side'];
  readonly onChoose: (side: Card['side']) => void;
}

function SideChoice({ side, onChoose }: SideChoiceProps) {
  const intl = useIntl();
  return (
    <ToggleGroup
      className="hints-sides"
      aria-label={intl.formatMessage({ id: 'hints.card.side' })}
      value={side}
      onChange={(value) => onChoose(value as Card['side'])}
    >
      <ToggleGroup.Item value="OFFER">
        <FormattedMessage id="hints.card.have" />
      </ToggleGroup.Item>
      <ToggleGroup.Item value="NEED">
        <FormattedMessage id="hints.card.want" />
      </ToggleGroup.Item>
    </ToggleGroup>
  );
}

/** Firms that spoke lately, one touch away. */
function Recent({
  names,
  onChoose,
}: {
  readonly names: readonly string[];
  readonly onChoose: (name: string) => void;
}) {
  if (names.length === 0) return null;
  return (
    <div className="hints-recent">
      {names.map((name) => (
        <Chip.Button key={name} type="button" onClick={() => onChoose(name)}>
          {name}
        </Chip.Button>
      ))}
    </div>
  );
}
