import { useQuery } from '@apollo/client/react';
import { Alert, Button, Checkbox, Fieldset, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureBasis, PublicFiguresPreviewQuery, PublicFiguresQuery } from '#operations';
import { Said } from '../said/said.js';
import { FigureNumber } from '../board/figure-number.js';
import { useFigureName } from '../board/names.js';
import type { SeenCluster } from '../board/of-cluster.js';
import { LEDGER_BASES } from '../board/search.js';
import { useAct } from '../shared/act.js';
import { dayName } from '../shared/decimals.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { ChoosePublicFigures, PublicFigures, PublicFiguresPreview } from './exports.graphql';
import { useProof } from '../shared/proof.js';
import { lastYears } from './search.js';

/** The figures that may be published, in the order of the report. */
const FIGURES = [
  'materialMoved',
  'energyMoved',
  'volumeMoved',
  'gasMoved',
  'piecesMoved',
  'virginMaterialDisplaced',
  'netCo2eAvoided',
  'transportWork',
  'salesValue',
  'exchanges',
  'firms',
  'crossIndustryExchanges',
] as const;
const YEARS = 6;

interface Chosen {
  readonly years: readonly number[];
  readonly figures: readonly string[];
  readonly bases: readonly FigureBasis[];
}

type Choice = PublicFiguresQuery['publicFigures'][number];

/** What everybody sees of the cluster, chosen by its staff with a look at it first. */
export function PublicTab({ cluster }: { readonly cluster: SeenCluster }) {
  const result = useQuery(PublicFigures, { variables: { clusterId: cluster.id } });
  return (
    <Whole result={result}>
      {({ publicFigures }) => (
        <PublicChoice
          key={publicFigures[0]?.chosenAt ?? 'none'}
          cluster={cluster}
          current={publicFigures[0]}
          again={() => void result.refetch()}
        />
      )}
    </Whole>
  );
}

interface PublicChoiceProps {
  readonly cluster: SeenCluster;
  readonly current: Choice | undefined;
  readonly again: () => void;
}

function PublicChoice({ cluster, current, again }: PublicChoiceProps) {
  const [chosen, setChosen] = useState<Chosen>(
    current ?? { years: [], figures: ['materialMoved', 'netCo2eAvoided', 'exchanges'], bases: ['DELIVERED'] },
  );
  const { choose, busy, told } = useChoosing(cluster, again);
  const shows = chosen.years.length > 0 && chosen.figures.length > 0 && chosen.bases.length > 0;
  return (
    <div className="exports-public">
      <Standing cluster={cluster} current={current} />
      <Boxes chosen={chosen} change={setChosen} />
      <section aria-labelledby="exports-preview" className="board-section">
        <Heading id="exports-preview" level={2} data-size="xs">
          <FormattedMessage id="exports.public.preview" />
        </Heading>
        {shows ? (
          <Preview clusterId={cluster.id} chosen={chosen} />
        ) : (
          <Paragraph className="quiet">
            <FormattedMessage id="exports.public.nothing" />
          </Paragraph>
        )}
      </section>
      <div className="page-actions">
        <Button loading={busy} onClick={() => choose(chosen)}>
          <FormattedMessage id={shows ? 'exports.public.choose' : 'exports.public.takeOff'} />
        </Button>
      </div>
      {told}
    </div>
  );
}

function useChoosing(cluster: SeenCluster, again: () => void) {
  const tell = useToast();
  const intl = useIntl();
  const { act, busy, trouble } = useAct(ChoosePublicFigures);
  const { proved, dialog } = useProof();
  const run = async ({ years, figures, bases }: Chosen): Promise<void> => {
    if (years.length > 0 && !(await proved())) return;
    const input = { clusterId: cluster.id, years: [...years], figures: [...figures], bases: [...bases] };
    if ((await act({ input })) === undefined) return;
    tell(intl.formatMessage({ id: 'exports.public.done' }));
    again();
  };
  const told = (
    <>
      {dialog}
      {trouble !== undefined && (
        <Alert data-color="danger" role="alert">
          <FormattedMessage id="exports.refused" /> <Said>{trouble.message}</Said>
        </Alert>
      )}
    </>
  );
  return { choose: (chosen: Chosen) => void run(chosen), busy, told };
}

function Standing({ cluster: { slug }, current }: Pick<PublicChoiceProps, 'cluster' | 'current'>) {
  const intl = useIntl();
  if (current === undefined || current.years.length === 0)
    return (
      <Paragraph>
        <FormattedMessage id="exports.public.none" />
      </Paragraph>
    );
  return (
    <Paragraph>
      <FormattedMessage
        id="exports.public.since"
        values={{ day: dayName(intl, current.chosenAt), by: current.chosenBy ?? '–' }}
      />{' '}
      <a href={`/p/${slug}`} target="_blank" rel="noopener">
        <FormattedMessage id="exports.public.open" />
      </a>
    </Paragraph>
  );
}

interface BoxesProps {
  readonly chosen: Chosen;
  readonly change: (chosen: Chosen) => void;
}

const toggled = <T,>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

function Boxes({ chosen, change }: BoxesProps) {
  const intl = useIntl();
  const nameOf = useFigureName();
  const years = useMemo(
    () => [...new Set([...lastYears(new Date(), YEARS), ...chosen.years])].sort((a, b) => b - a),
    [chosen.years],
  );
  return (
    <div className="exports-boxes">
      <Box
        legend="years"
        all={years}
        ticked={chosen.years}
        nameOf={String}
        toggle={(year) => change({ ...chosen, years: toggled(chosen.years, year) })}
      />
      <Box
        legend="bases"
        all={LEDGER_BASES}
        ticked={chosen.bases}
        nameOf={(basis) => intl.formatMessage({ id: `board.basis.${basis}` })}
        toggle={(basis) => change({ ...chosen, bases: toggled(chosen.bases, basis) })}
      />
      <Box
        legend="figures"
        all={FIGURES}
        ticked={chosen.figures}
        nameOf={nameOf}
        toggle={(figure) => change({ ...chosen, figures: toggled(chosen.figures, figure) })}
      />
    </div>
  );
}

interface BoxProps<T> {
  readonly legend: 'years' | 'bases' | 'figures';
  readonly all: readonly T[];
  readonly ticked: readonly (T | string)[];
  readonly nameOf: (one: T) => string;
  readonly toggle: (one: T) => void;
}

const Box = <T extends string | number>({ legend, all, ticked, nameOf, toggle }: BoxProps<T>) => (
  <Fieldset>
    <Fieldset.Legend>
      <FormattedMessage id={`exports.public.${legend}`} />
    </Fieldset.Legend>
    {all.map((one) => (
      <Checkbox
        key={one}
        value={String(one)}
        label={nameOf(one)}
        checked={ticked.includes(one)}
        onChange={() => toggle(one)}
      />
    ))}
  </Fieldset>
);

function Preview({ clusterId, chosen }: { readonly clusterId: string; readonly chosen: Chosen }) {
  const { years, figures, bases } = chosen;
  const input = { clusterId, years: [...years], figures: [...figures], bases: [...bases] };
  const result = useQuery(PublicFiguresPreview, { variables: { input } });
  const shown = result.data ?? result.previousData;
  return (
    <Whole result={{ ...result, data: shown }}>
      {({ publicFiguresPreview }) => (
        <div className="exports-years">
          {publicFiguresPreview.map((year) => (
            <PreviewYear key={`${year.year} ${year.basis}`} year={year} />
          ))}
        </div>
      )}
    </Whole>
  );
}

function PreviewYear({ year }: { readonly year: PublicFiguresPreviewQuery['publicFiguresPreview'][number] }) {
  const nameOf = useFigureName();
  return (
    <Table data-size="sm">
      <caption>
        {year.year}: <FormattedMessage id={`board.basis.${year.basis}`} />
      </caption>
      <Table.Body>
        {year.figures.map((figure) => (
          <Table.Row key={figure.name}>
            <Table.HeaderCell scope="row">{nameOf(figure.name)}</Table.HeaderCell>
            <Table.Cell className="board-cell">
              <FigureNumber figure={figure} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
