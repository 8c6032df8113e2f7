import { useQuery } from '@apollo/client/react';
import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { FigureBasis } from '#operations';
import { BoardFactorSets } from './board.graphql';
import { asKind, instantsOf, kindOfPeriod, neighbourOf, yearInOslo, type PeriodKind } from './period.js';
import { BASES, type BoardSearch, type Change } from './search.js';

interface ControlsProps {
  readonly search: BoardSearch;
  readonly change: Change;
  /** Other factor sets are for the cluster's own staff and auditors. */
  readonly canCompare: boolean;
  readonly bases?: readonly FigureBasis[];
}

/** Which days, on which basis, under which factors. */
export function Controls({ search, change, canCompare, bases = BASES }: ControlsProps) {
  return (
    <div className="board-controls">
      <PeriodControl search={search} change={change} />
      <Field>
        <Label>
          <FormattedMessage id="board.basis" />
        </Label>
        <Select
          value={search.basis ?? 'DELIVERED'}
          onChange={({ target }) =>
            change({ basis: target.value === 'DELIVERED' ? undefined : (target.value as FigureBasis) })
          }
        >
          {bases.map((basis) => (
            <option key={basis} value={basis}>
              <BasisName basis={basis} />
            </option>
          ))}
        </Select>
      </Field>
      {canCompare && <FactorSetControl search={search} change={change} />}
    </div>
  );
}

const BasisName = ({ basis }: { readonly basis: FigureBasis }) => {
  const intl = useIntl();
  return intl.formatMessage({ id: `board.basis.${basis}` });
};

const KINDS: readonly PeriodKind[] = ['YEAR', 'QUARTER', 'MONTH'];

function PeriodControl({ search, change }: Pick<ControlsProps, 'search' | 'change'>) {
  const intl = useIntl();
  const period = search.period ?? yearInOslo(new Date());
  const step = (by: 1 | -1) => change({ period: neighbourOf(period, by) });
  return (
    <>
      <Field>
        <Label>
          <FormattedMessage id="board.period" />
        </Label>
        <Select
          value={kindOfPeriod(period)}
          onChange={({ target }) => change({ period: asKind(period, target.value as PeriodKind) })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {intl.formatMessage({ id: `board.period.${kind}` })}
            </option>
          ))}
        </Select>
      </Field>
      <div
        className="board-stepper"
        role="group"
        aria-label={intl.formatMessage({ id: 'board.period.which' })}
      >
        <Button
          icon
          variant="secondary"
          aria-label={intl.formatMessage({ id: 'board.period.before' })}
          onClick={() => step(-1)}
        >
          <ChevronLeftIcon aria-hidden />
        </Button>
        <span aria-live="polite">{periodName(intl, period)}</span>
        <Button
          icon
          variant="secondary"
          aria-label={intl.formatMessage({ id: 'board.period.after' })}
          onClick={() => step(1)}
        >
          <ChevronRightIcon aria-hidden />
        </Button>
      </div>
    </>
  );
}

/** 2026, 2. kvartal 2026, mai 2026. */
function periodName(intl: IntlShape, period: string): string {
  const { from } = instantsOf(period);
  const kind = kindOfPeriod(period);
  if (kind === 'YEAR') return period;
  const options = { year: 'numeric', timeZone: 'UTC' } as const;
  if (kind === 'MONTH') return intl.formatDate(from, { ...options, month: 'long' });
  return intl.formatMessage(
    { id: 'board.period.quarterName' },
    { quarter: period.slice(-1), year: period.slice(0, 4) },
  );
}

function FactorSetControl({ search, change }: Pick<ControlsProps, 'search' | 'change'>) {
  const { data } = useQuery(BoardFactorSets);
  const sets = data?.factorSets ?? [];
  const inUse = sets.find((one) => one.inUse)?.id ?? '';
  if (sets.length < 2 && search.set === undefined) return null;
  return (
    <Field>
      <Label>
        <FormattedMessage id="board.factorSet" />
      </Label>
      <Select
        value={search.set ?? inUse}
        onChange={({ target }) => change({ set: target.value === inUse ? undefined : target.value })}
      >
        {sets.map((set) => (
          <option key={set.id} value={set.id}>
            {set.id}
          </option>
        ))}
      </Select>
    </Field>
  );
}
