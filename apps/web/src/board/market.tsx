import { useQuery } from '@apollo/client/react';
import { Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BoardMarketQuery } from '#operations';
import { Bar } from '../shared/bar.js';
import { amountWithUnit, labelIn, partText } from '../shared/decimals.js';
import { Empty } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { Wide } from '../shared/wide.js';
import { useRenewal } from '../shell/live.js';
import { BoardMarket } from './board.graphql';
import type { Question } from './question.js';
import { HeatSection } from './heat.js';
import { useObstacleName } from './names.js';
import type { SeenCluster } from './of-cluster.js';

interface MarketProps {
  readonly cluster: SeenCluster;
  readonly question: Question;
}

/** What the market holds now: how far pairs come, what is not used, and heat over the year. */
export function Market({ cluster, question }: MarketProps) {
  return (
    <>
      {cluster.role === 'STAFF' ? (
        <OfWorkbench clusterId={cluster.id} />
      ) : (
        <Paragraph className="quiet">
          <FormattedMessage id="board.market.staffOnly" />
        </Paragraph>
      )}
      <HeatSection question={question} />
    </>
  );
}

function OfWorkbench({ clusterId }: { readonly clusterId: string }) {
  const result = useQuery(BoardMarket, { variables: { clusterId } });
  useRenewal(['figuresChanged'], result);
  return (
    <Whole result={result}>
      {({ workbench }) =>
        workbench !== null && (
          <>
            <Funnel stages={workbench.overview.funnel} />
            <Unused unused={workbench.unused} />
          </>
        )
      }
    </Whole>
  );
}

type Bench = NonNullable<BoardMarketQuery['workbench']>;

function Funnel({ stages }: { readonly stages: Bench['overview']['funnel'] }) {
  const intl = useIntl();
  return (
    <section aria-labelledby="board-funnel" className="board-section">
      <Heading id="board-funnel" level={2} data-size="sm">
        <FormattedMessage id="board.funnel" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="board.funnel.lead" />
      </Paragraph>
      <Wide label={intl.formatMessage({ id: 'board.funnel' })}>
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              {(['stage', 'reached', 'share', 'waiting', 'ended'] as const).map((head) => (
                <Table.HeaderCell key={head}>
                  <FormattedMessage id={`board.funnel.${head}`} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {stages.map((stage) => (
              <FunnelRow key={stage.stage} stage={stage} />
            ))}
          </Table.Body>
        </Table>
      </Wide>
    </section>
  );
}

function FunnelRow({ stage: one }: { readonly stage: Bench['overview']['funnel'][number] }) {
  const intl = useIntl();
  const { stage, reached, share, waiting, medianDays, declined, expired } = one;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <FormattedMessage id={`board.funnel.${stage}`} />
      </Table.HeaderCell>
      <Table.Cell>{intl.formatNumber(reached)}</Table.Cell>
      <Table.Cell>
        {share === null ? (
          '–'
        ) : (
          <>
            {partText(intl, share)}
            <Bar part={share} />
          </>
        )}
      </Table.Cell>
      <Table.Cell>
        {intl.formatNumber(waiting)}
        {medianDays !== null && (
          <small className="board-formula">
            <FormattedMessage id="board.funnel.median" values={{ days: medianDays }} />
          </small>
        )}
      </Table.Cell>
      <Table.Cell>
        <FormattedMessage id="board.funnel.endings" values={{ declined, expired }} />
      </Table.Cell>
    </Table.Row>
  );
}

function Unused({ unused }: { readonly unused: Bench['unused'] }) {
  const intl = useIntl();
  return (
    <section aria-labelledby="board-unused" className="board-section">
      <Heading id="board-unused" level={2} data-size="sm">
        <FormattedMessage id="board.unused" />
      </Heading>
      <Paragraph className="quiet">
        <FormattedMessage id="board.unused.lead" />
      </Paragraph>
      {unused.length === 0 ? (
        <Empty title={intl.formatMessage({ id: 'board.unused.none' })} />
      ) : (
        <Wide label={intl.formatMessage({ id: 'board.unused' })}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                {(['material', 'area', 'streams', 'yearly', 'obstacles'] as const).map((head) => (
                  <Table.HeaderCell key={head}>
                    <FormattedMessage id={`board.unused.${head}`} />
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {unused.map((one) => (
                <UnusedRow key={`${one.material.id} ${one.area} ${one.unit}`} unused={one} />
              ))}
            </Table.Body>
          </Table>
        </Wide>
      )}
    </section>
  );
}

function UnusedRow({ unused }: { readonly unused: Bench['unused'][number] }) {
  const intl = useIntl();
  const nameOf = useObstacleName();
  const { material, area, streams, yearly, unit, obstacles } = unused;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{labelIn(intl, material)}</Table.HeaderCell>
      <Table.Cell>{area}</Table.Cell>
      <Table.Cell>{intl.formatNumber(streams)}</Table.Cell>
      <Table.Cell>{amountWithUnit(intl, yearly, unit)}</Table.Cell>
      <Table.Cell>
        <ul>
          {obstacles.map((obstacle, at) => (
            <li key={at}>
              {nameOf(obstacle.name)}: {amountWithUnit(intl, obstacle.yearly, unit)}
            </li>
          ))}
        </ul>
      </Table.Cell>
    </Table.Row>
  );
}
