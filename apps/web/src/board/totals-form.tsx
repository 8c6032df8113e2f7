import { useQuery } from '@apollo/client/react';
import { Button, Card, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useForm, type UseFormRegisterReturn } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ReferenceTotalsInput, StatedTotalsQuery } from '#operations';
import { Refusal, troubleOf } from '../shared/refusal.js';
import { useAct, type Trouble } from '../shared/act.js';
import { amountWithUnit, dayName, unitName } from '../shared/decimals.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { decimalOf } from './decimal-of.js';
import { RecordReferenceTotals, StatedTotals } from './firm-figures.graphql';

type Measure = Exclude<keyof ReferenceTotalsInput, 'year' | 'scope' | 'idempotencyKey'>;

/** What is asked for, with its unit; each may be left out, and is then not known. */
const MEASURES: Readonly<Record<Measure, string>> = {
  rawMaterial: 't',
  recycledInput: 't',
  renewableInput: 't',
  wasteReused: 't',
  wasteRecycled: 't',
  wasteToEnergy: 't',
  wasteToFill: 't',
  wasteDisposed: 't',
  energy: 'MWh',
  renewableEnergy: 'MWh',
  water: 'm3',
  turnover: 'NOK',
  co2e: 't CO2e',
};
const NAMES = Object.keys(MEASURES) as Measure[];

interface StatedTotalsProps {
  readonly year: number;
  /** Who may state them. */
  readonly isAdmin: boolean;
  readonly onStated: () => void;
}

type Stated = StatedTotalsQuery['referenceTotals'][number];

/** A year as the firm states it, against which its exchanges are held. */
export function StatedTotalsForm({ year, isAdmin, onStated }: StatedTotalsProps) {
  const result = useQuery(StatedTotals, { variables: { year } });
  const stated = (): void => {
    void result.refetch();
    onStated();
  };
  return (
    <section aria-labelledby="board-totals" className="board-section">
      <Heading id="board-totals" level={2} data-size="sm">
        <FormattedMessage id="board.totals" values={{ year: String(year) }} />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="board.totals.lead" />
      </Paragraph>
      <Whole result={result}>
        {({ referenceTotals: [newest] }) => (
          <>
            <Newest totals={newest} />
            {isAdmin && <Form key={newest?.id ?? year} year={year} newest={newest} onStated={stated} />}
          </>
        )}
      </Whole>
    </section>
  );
}

function Newest({ totals }: { readonly totals: Stated | undefined }) {
  const intl = useIntl();
  if (totals === undefined)
    return (
      <Paragraph>
        <FormattedMessage id="board.totals.none" />
      </Paragraph>
    );
  const { version, recordedAt, scope, amounts } = totals;
  return (
    <>
      <Paragraph>
        <FormattedMessage
          id="board.totals.version"
          values={{ version: String(version), day: dayName(intl, recordedAt), scope }}
        />
      </Paragraph>
      <dl className="board-facts">
        {amounts.flatMap(({ measure, unit, value }) =>
          value === null
            ? []
            : [
                <div key={measure}>
                  <dt>
                    <MeasureName measure={measure as Measure} />
                  </dt>
                  <dd>{amountWithUnit(intl, value, unit)}</dd>
                </div>,
              ],
        )}
      </dl>
    </>
  );
}

const MeasureName = ({ measure }: { readonly measure: Measure }) => (
  <FormattedMessage id={`board.measure.${measure}`} />
);

type TotalsFields = Readonly<Record<Measure | 'scope', string>>;

interface FormProps {
  readonly year: number;
  readonly newest: Stated | undefined;
  readonly onStated: () => void;
}

/** Begins with what was stated last, so that a new version is a correction and no new start. */
function Form({ year, newest, onStated }: FormProps) {
  const intl = useIntl();
  const tell = useToast();
  const before = new Map(newest?.amounts.map(({ measure, value }) => [measure, value]));
  const { register, handleSubmit } = useForm<TotalsFields>({
    defaultValues: {
      ...Object.fromEntries(NAMES.map((name) => [name, before.get(name) ?? ''])),
      scope: newest?.scope ?? '',
    },
  });
  const { act, busy, trouble } = useAct(RecordReferenceTotals);
  const submit = handleSubmit(async ({ scope, ...typed }) => {
    const amounts = Object.fromEntries(
      NAMES.map((name) => [name, typed[name].trim() === '' ? null : decimalOf(typed[name])]),
    );
    if ((await act({ input: { year, scope, ...amounts } })) === undefined) return;
    tell(intl.formatMessage({ id: 'board.totals.done' }));
    onStated();
  });
  return (
    <Card asChild>
      <form className="board-form" onSubmit={(event) => void submit(event)} noValidate>
        <Heading level={3} data-size="2xs">
          <FormattedMessage id="board.totals.form" />
        </Heading>
        <div className="board-measures">
          {NAMES.map((name) => (
            <MeasureRow key={name} name={name} field={register(name)} trouble={trouble} />
          ))}
        </div>
        <Textfield
          {...register('scope')}
          label={intl.formatMessage({ id: 'board.goalForm.scope' })}
          error={troubleOf(trouble, 'scope')}
        />
        <Refusal trouble={trouble} fields={[...NAMES, 'scope']} />
        <Button type="submit" loading={busy}>
          <FormattedMessage id="board.totals.submit" />
        </Button>
      </form>
    </Card>
  );
}

interface MeasureRowProps {
  readonly name: Measure;
  readonly field: UseFormRegisterReturn;
  readonly trouble: Trouble | undefined;
}

function MeasureRow({ name, field, trouble }: MeasureRowProps) {
  const intl = useIntl();
  return (
    <Textfield
      {...field}
      inputMode="decimal"
      label={<MeasureName measure={name} />}
      suffix={unitName(intl, MEASURES[name])}
      error={troubleOf(trouble, name)}
    />
  );
}
