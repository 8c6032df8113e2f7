import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DisclosureGroup } from '#domain';

interface GroupChoiceProps {
  readonly legend: ReactNode;
  readonly groups: readonly DisclosureGroup[];
  readonly chosen: readonly DisclosureGroup[];
  readonly choose: (chosen: readonly DisclosureGroup[]) => void;
  readonly error?: ReactNode;
}

/** Some of what is disclosed together. */
export function GroupChoice({ legend, groups, chosen, choose, error }: GroupChoiceProps) {
  const turn = (group: DisclosureGroup): void =>
    choose(chosen.includes(group) ? chosen.filter((one) => one !== group) : [...chosen, group]);
  return (
    <Fieldset>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      {groups.map((group) => (
        <Checkbox
          key={group}
          value={group}
          label={<FormattedMessage id={`matches.group.${group}`} />}
          description={<FormattedMessage id={`matches.holds.${group}`} />}
          checked={chosen.includes(group)}
          onChange={() => turn(group)}
        />
      ))}
      {error !== undefined && (
        <p className="match-error" role="alert">
          {error}
        </p>
      )}
    </Fieldset>
  );
}
