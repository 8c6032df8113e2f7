import { Field, Label, Select, Table } from '@digdir/designsystemet-react';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { Breakdown, FlowDirection, ShownFigureFragment } from '#operations';
import { Chart } from '../shared/chart.js';
import type { Inks } from '../shared/chart-inks.js';
import { amountWithUnit, labelIn } from '../shared/decimals.js';
import { Empty } from '../shared/page.js';
import type { TextId } from '../texts/catalogue.js';
import { FigureNumber } from './figure-number.js';
import { useFigureName } from './names.js';

interface Group {
  readonly key: string;
  readonly label: string;
  readonly material: { readonly label: string; readonly english: string } | null;
  readonly figures: readonly ShownFigureFragment[];
}

interface GroupsProps {
  readonly by: Breakdown;
  readonly groups: readonly Group[];
  /** Name of the figure that is drawn. */
  readonly of: string | undefined;
  readonly choose: (of: string) => void;
  readonly set?: string | undefined;
  readonly direction?: FlowDirection | undefined;
}

const ROW_PX = 36;
const USUAL = 'materialMoved';

/** One figure in parts, as bars and as a table whose numbers open. */
export function Groups({ by, groups, of, choose, set, direction }: GroupsProps) {
  const intl = useIntl();
  const names = useMemo(() => groups[0]?.figures.map(({ name }) => name) ?? [], [groups]);
  const chosen = of !== undefined && names.includes(of) ? of : USUAL;
  const parts = useMemo(() => partsOf(groups, chosen, intl), [groups, chosen, intl]);
  if (parts.length === 0) return <Empty title={intl.formatMessage({ id: 'board.breakdown.none' })} />;
  return (
    <>
      <FigureChoice names={names} chosen={chosen} choose={choose} />
      <GroupChart by={by} parts={parts} chosen={chosen} set={set} direction={direction} />
    </>
  );
}

interface Part {
  readonly key: string;
  readonly label: string;
  readonly figure: ShownFigureFragment;
}

const partsOf = (groups: readonly Group[], name: string, intl: IntlShape): readonly Part[] =>
  groups.flatMap((group) => {
    const figure = group.figures.find((one) => one.name === name);
    return figure === undefined ? [] : [{ key: group.key, label: partName(group, intl), figure }];
  });

/** In the language of the page where the API knows it so; else as the API calls it. */
function partName({ key, label, material }: Group, intl: IntlShape): string {
  if (material !== null) return labelIn(intl, material);
  const step = `board.step.${key}`;
  if (step in intl.messages) return intl.formatMessage({ id: step as TextId });
  return label === '' ? key : label;
}

interface FigureChoiceProps {
  readonly names: readonly string[];
  readonly chosen: string;
  readonly choose: (of: string) => void;
}

function FigureChoice({ names, chosen, choose }: FigureChoiceProps) {
  const nameOf = useFigureName();
  return (
    <Field className="board-field">
      <Label>
        <FormattedMessage id="board.breakdown.of" />
      </Label>
      <Select value={chosen} onChange={({ target }) => choose(target.value)}>
        {[...new Set(names)].map((name) => (
          <option key={name} value={name}>
            {nameOf(name)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface GroupChartProps extends Pick<GroupsProps, 'by' | 'set' | 'direction'> {
  readonly parts: readonly Part[];
  readonly chosen: string;
}

function GroupChart({ by, parts, chosen, set, direction }: GroupChartProps) {
  const intl = useIntl();
  const nameOf = useFigureName();
  const draw = useCallback((inks: Inks) => bars(parts, intl, inks), [parts, intl]);
  const title = intl.formatMessage(
    { id: 'board.breakdown.title' },
    { figure: nameOf(chosen), by: intl.formatMessage({ id: `board.breakdown.${by}` }) },
  );
  return (
    <Chart
      title={title}
      summary={intl.formatMessage({ id: 'board.breakdown.summary' }, { title, count: parts.length })}
      height={parts.length * ROW_PX + 40}
      draw={draw}
      table={
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>
                <FormattedMessage id={`board.breakdown.${by}`} />
              </Table.HeaderCell>
              <Table.HeaderCell className="board-cell">{nameOf(chosen)}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {parts.map(({ key, label, figure }) => (
              <Table.Row key={key}>
                <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
                <Table.Cell className="board-cell">
                  <FigureNumber figure={figure} within={{ by, key, label }} set={set} direction={direction} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      }
    />
  );
}

/** The number beside each bar, so that no axis has to be read. */
function bars(parts: readonly Part[], intl: IntlShape, inks: Inks): EChartsCoreOption {
  return {
    grid: { left: 8, right: 110, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: parts.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.rule } },
      axisLabel: { color: inks.ink, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        itemStyle: { color: inks.part1, borderRadius: 3 },
        data: parts.map(({ figure }) => Number(figure.value ?? 0)),
        label: {
          show: true,
          position: 'right',
          color: inks.ink,
          formatter: ({ dataIndex }: { dataIndex: number }) => valueText(intl, parts[dataIndex]),
        },
      },
    ],
  };
}

const valueText = (intl: IntlShape, part: Part | undefined): string =>
  part === undefined || part.figure.value === null
    ? intl.formatMessage({ id: 'board.withheld' })
    : amountWithUnit(intl, part.figure.value, part.figure.unit);
