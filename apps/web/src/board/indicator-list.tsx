import { Heading, Table } from '@digdir/designsystemet-react';
import { FormattedMessage } from 'react-intl';
import type { FigureFamily, FlowDirection, ShownFigureFragment } from '#operations';
import { Band, FigureNumber } from './figure-number.js';
import { useFigureName } from './names.js';

interface IndicatorsProps {
  readonly indicators: readonly ShownFigureFragment[];
  readonly set?: string | undefined;
  readonly direction?: FlowDirection | undefined;
}

/** Numbers with their spread, by what they belong to. */
export const Indicators = ({ indicators, set, direction }: IndicatorsProps) => (
  <div className="board-families">
    {byFamily(indicators).map(([family, figures]) => (
      <div key={family} className="board-family">
        <Heading level={3} data-size="2xs">
          <FormattedMessage id={`board.family.${family}`} />
        </Heading>
        <Table data-size="sm">
          <Table.Body>
            {figures.map((figure) => (
              <IndicatorRow key={figure.name} figure={figure} set={set} direction={direction} />
            ))}
          </Table.Body>
        </Table>
      </div>
    ))}
  </div>
);

interface IndicatorRowProps extends Omit<IndicatorsProps, 'indicators'> {
  readonly figure: ShownFigureFragment;
}

function IndicatorRow({ figure, set, direction }: IndicatorRowProps) {
  const nameOf = useFigureName();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{nameOf(figure.name)}</Table.HeaderCell>
      <Table.Cell className="board-cell">
        <FigureNumber figure={figure} set={set} direction={direction} />
        <Band figure={figure} />
      </Table.Cell>
    </Table.Row>
  );
}

/** In the order of the API, together by what they belong to. */
const byFamily = (
  figures: readonly ShownFigureFragment[],
): readonly (readonly [FigureFamily | 'FIGURES', readonly ShownFigureFragment[]])[] => {
  const families = [...new Set(figures.map(({ family }) => family ?? 'FIGURES'))];
  return families.map((family) => [family, figures.filter((one) => (one.family ?? 'FIGURES') === family)]);
};
