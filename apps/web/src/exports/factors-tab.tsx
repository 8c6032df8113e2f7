import { useQuery } from '@apollo/client/react';
import { Field, Heading, Label, Paragraph, Select, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FactorChangeReportQuery, FigureBasis, LoadedFactorSetsQuery } from '#operations';
import type { SeenCluster } from '../board/of-cluster.js';
import { instantsOf } from '../board/period.js';
import { LEDGER_BASES } from '../board/search.js';
import { amountWithUnit, decimalText } from '../shared/decimals.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { Wide } from '../shared/wide.js';
import { FactorChangeReport, LoadedFactorSets } from './exports.graphql';
import { lastYears } from './search.js';

/** What another factor set makes of the CO2e of the same entries, and why. */
export function FactorsTab({ cluster }: { readonly cluster: SeenCluster }) {
  const intl = useIntl();
  const result = useQuery(LoadedFactorSets);
  return (
    <section aria-labelledby="exports-factors" className="board-section">
      <Heading id="exports-factors" level={2} data-size="sm">
        <FormattedMessage id="exports.factors.title" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="exports.factors.lead" />
      </Paragraph>
      <Whole result={result}>
        {({ factorSets }) =>
          factorSets.length < 2 ? (
            <Empty title={intl.formatMessage({ id: 'exports.factors.one' })} />
          ) : (
            <Comparison cluster={cluster} sets={factorSets} />
          )
        }
      </Whole>
    </section>
  );
}

interface ComparisonProps {
  readonly cluster: SeenCluster;
  readonly sets: LoadedFactorSetsQuery['factorSets'];
}

const YEARS = 6;

function Comparison({ cluster, sets }: ComparisonProps) {
  const intl = useIntl();
  const inUse = sets.find((one) => one.inUse)?.id ?? '';
  const other = sets.find((one) => !one.inUse)?.id ?? '';
  const years = lastYears(new Date(), YEARS);
  const [asked, setAsked] = useState({
    year: String(years[0]),
    basis: 'DELIVERED' as FigureBasis,
    fromSet: inUse,
    toSet: other,
  });
  const ids = sets.map((one) => one.id);
  const pick = (name: keyof typeof asked, options: readonly string[], nameOf = (one: string) => one) => (
    <Field>
      <Label>
        <FormattedMessage id={`exports.factors.${name}`} />
      </Label>
      <Select value={asked[name]} onChange={({ target }) => setAsked({ ...asked, [name]: target.value })}>
        {options.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <>
      <div className="board-controls">
        {pick('year', years.map(String))}
        {pick('basis', LEDGER_BASES, (one) =>
          intl.formatMessage({ id: `board.basis.${one as FigureBasis}` }),
        )}
        {pick('fromSet', ids)}
        {pick('toSet', ids)}
      </div>
      <Compared cluster={cluster} {...asked} />
    </>
  );
}

interface ComparedProps {
  readonly cluster: SeenCluster;
  readonly year: string;
  readonly basis: FigureBasis;
  readonly fromSet: string;
  readonly toSet: string;
}

function Compared({ cluster, year, ...asked }: ComparedProps) {
  const result = useQuery(FactorChangeReport, {
    variables: { clusterId: cluster.id, ...instantsOf(year), ...asked },
  });
  return <Whole result={result}>{({ factorChange }) => <Changed change={factorChange} />}</Whole>;
}

type FactorChange = FactorChangeReportQuery['factorChange'];

function Changed({ change }: { readonly change: FactorChange }) {
  const intl = useIntl();
  const { before, after, difference, unit, entryCount, because, fromSet, toSet } = change;
  const facts = [
    [fromSet, before],
    [toSet, after],
    [intl.formatMessage({ id: 'exports.factors.difference' }), difference],
  ] as const;
  return (
    <>
      <dl className="board-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{amountWithUnit(intl, value, unit)}</dd>
          </div>
        ))}
      </dl>
      <Paragraph className="quiet">
        <FormattedMessage id="exports.factors.entries" values={{ count: entryCount }} />
      </Paragraph>
      <Wide label={intl.formatMessage({ id: 'exports.factors.title' })}>
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              {(['factor', 'before', 'after', 'effect', 'count'] as const).map((head) => (
                <Table.HeaderCell key={head}>
                  <FormattedMessage id={`exports.factors.${head}`} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {because.map((one) => (
              <EffectRow key={one.factor} effect={one} unit={unit} />
            ))}
          </Table.Body>
        </Table>
      </Wide>
    </>
  );
}

function EffectRow({
  effect,
  unit,
}: {
  readonly effect: FactorChange['because'][number];
  readonly unit: string;
}) {
  const intl = useIntl();
  const told = (value: string | null): string =>
    value === null
      ? intl.formatMessage({ id: 'exports.factors.missing' })
      : `${decimalText(intl, value)} ${effect.factorUnit}`;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{effect.factor}</Table.HeaderCell>
      <Table.Cell>{told(effect.before)}</Table.Cell>
      <Table.Cell>{told(effect.after)}</Table.Cell>
      <Table.Cell>{amountWithUnit(intl, effect.effect, unit)}</Table.Cell>
      <Table.Cell>{intl.formatNumber(effect.entryCount)}</Table.Cell>
    </Table.Row>
  );
}
