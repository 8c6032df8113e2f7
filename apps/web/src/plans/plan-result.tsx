import { Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlannedTotalsFragment, PlanObjective, WholePlanFragment } from '#operations';
import { Empty } from '../shared/page.js';
import { Wide } from '../shared/wide.js';
import { FlowMap } from './flow-map.js';
import { Flows } from './flows.js';
import { Plants } from './plants.js';
import { Standings } from './standings.js';
import { plainText, wholeText } from './words.js';

interface PlanResultProps {
  readonly planId: string;
  readonly objective: PlanObjective;
  readonly result: WholePlanFragment;
  readonly onSuggested: () => void;
}

/** What should flow, held beside what runs today and what taking the best first would bring. */
export function PlanResult({ planId, objective, result, onSuggested }: PlanResultProps) {
  const intl = useIntl();
  return (
    <>
      <section className="card plans-part">
        <Heading level={2} data-size="xs">
          <FormattedMessage id="plans.totals" />
        </Heading>
        <Totals result={result} />
        <Proof result={result} objective={objective} />
      </section>
      {result.flows.length === 0 ? (
        <Empty title={intl.formatMessage({ id: 'plans.noFlows' })}>
          <FormattedMessage id="plans.noFlows.why" />
        </Empty>
      ) : (
        <>
          <section className="card plans-part">
            <Heading level={2} data-size="xs">
              <FormattedMessage id="plans.map" />
            </Heading>
            <FlowMap flows={result.flows} plants={result.plants} />
          </section>
          <section className="card plans-part">
            <Heading level={2} data-size="xs">
              <FormattedMessage id="plans.flows" />
            </Heading>
            <Flows planId={planId} flows={result.flows} plants={result.plants} onSuggested={onSuggested} />
          </section>
        </>
      )}
      <section className="card plans-part">
        <Heading level={2} data-size="xs">
          <FormattedMessage id="plans.plants" />
        </Heading>
        <Plants objective={objective} plants={result.plants} />
      </section>
      <section className="card plans-part">
        <Heading level={2} data-size="xs">
          <FormattedMessage id="plans.standings" />
        </Heading>
        <Standings objective={objective} listings={result.listings} />
      </section>
    </>
  );
}

const ROWS = ['today', 'greedy', 'planned'] as const;
const MEASURES = [
  'nok',
  'co2eKg',
  'tonnes',
  'tonneKm',
] as const satisfies readonly (keyof PlannedTotalsFragment)[];

function Totals({ result }: { readonly result: WholePlanFragment }) {
  const intl = useIntl();
  return (
    <Wide label={intl.formatMessage({ id: 'plans.totals' })}>
      <Table data-size="sm">
        <caption className="unseen">
          <FormattedMessage id="plans.totals" />
        </caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>
              <FormattedMessage id="plans.column.what" />
            </Table.HeaderCell>
            {MEASURES.map((one) => (
              <Table.HeaderCell key={one} className="plans-number">
                <FormattedMessage id={`plans.measure.${one}`} />
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell className="plans-number">
              <FormattedMessage id="plans.column.links" />
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {ROWS.map((row) => (
            <Table.Row key={row} data-row={row}>
              <Table.HeaderCell scope="row">
                <FormattedMessage id={`plans.row.${row}`} />
              </Table.HeaderCell>
              {MEASURES.map((one) => (
                <Table.Cell key={one} className="plans-number">
                  {wholeText(intl, result[row][one])}
                </Table.Cell>
              ))}
              <Table.Cell className="plans-number">{result[row].links}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
}

/** How sure it is that nothing better exists, and what the figures stand on. */
function Proof({ result, objective }: Pick<PlanResultProps, 'result' | 'objective'>) {
  const intl = useIntl();
  const { gap, candidates, leastPerTonneKm, missing, factorSet, priceSet } = result;
  const share = intl.formatNumber(gap, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <div className="plans-proof">
      <Paragraph>
        <FormattedMessage
          id={gap < 1e-6 ? 'plans.proof.best' : 'plans.proof.near'}
          values={{ share, candidates }}
        />
      </Paragraph>
      {leastPerTonneKm !== null && (
        <Paragraph>
          <FormattedMessage id="plans.perTonneKm" values={{ nok: plainText(intl, leastPerTonneKm) }} />
        </Paragraph>
      )}
      <WorthOfTransport result={result} objective={objective} />
      <Paragraph data-size="sm" className="quiet">
        <FormattedMessage id="plans.basis" values={{ factorSet, priceSet, missing: missing.length }} />
      </Paragraph>
    </div>
  );
}

/** Tonnes on a lorry that is full: what one more of its kilometres carries. */
const FULL_LORRY_T = 32;

/** What more transport would bring, where the plan was to cause no more than so much of it. */
function WorthOfTransport({ result, objective }: Pick<PlanResultProps, 'result' | 'objective'>) {
  const intl = useIntl();
  const { worthPerTonneKm } = result;
  if (worthPerTonneKm === null) return null;
  const worth = Number(worthPerTonneKm);
  const measure = intl.formatMessage({ id: `plans.in.${objective}` });
  const lorry = plainText(intl, String(worth * FULL_LORRY_T));
  return (
    <Paragraph>
      {worth === 0 ? (
        <FormattedMessage id="plans.worthPerTonneKm.none" />
      ) : (
        <FormattedMessage
          id="plans.worthPerTonneKm"
          values={{ by: plainText(intl, worthPerTonneKm), lorry, measure }}
        />
      )}
    </Paragraph>
  );
}
