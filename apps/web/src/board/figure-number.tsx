import { Tooltip } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Breakdown, FlowDirection, ShownFigureFragment } from '#operations';
import { amountWithUnit, decimalText, unitName } from '../shared/decimals.js';
import { useOpening, type OpenedNumber } from '../shared/entries.js';
import { useFigureName } from './names.js';

interface FigureNumberProps {
  readonly figure: ShownFigureFragment;
  /** The part of a breakdown that it stands for. */
  readonly within?: { readonly by: Breakdown; readonly key: string; readonly label: string } | undefined;
  readonly direction?: FlowDirection | undefined;
  /** Another factor set than the one in use. */
  readonly set?: string | undefined;
}

/** A number that opens its entries, or says in words why it is not told. */
export function FigureNumber(props: FigureNumberProps) {
  const { figure } = props;
  const intl = useIntl();
  const opened = useOpened(props);
  const { open } = useOpening();
  if (figure.value === null) return <Withheld reason={figure.withheldReason} />;
  const shown = (
    <>
      {decimalText(intl, figure.value)} <span className="board-unit">{unitName(intl, figure.unit)}</span>
    </>
  );
  if (opened === undefined || open === undefined) return <span className="board-number">{shown}</span>;
  return (
    <button
      type="button"
      className="board-number board-open"
      aria-label={intl.formatMessage(
        { id: 'board.open' },
        { title: opened.title, value: opened.value, count: opened.entryCount },
      )}
      onClick={() => open(opened)}
    >
      {shown}
    </button>
  );
}

/** One entry's money is one firm's: of a cluster it is never told. What is potential is no entry. */
const hasEntries = ({ basis, unit, entryCount }: ShownFigureFragment, ofCluster: boolean): boolean =>
  (entryCount ?? 0) > 0 && basis !== 'POTENTIAL' && !(unit === 'NOK' && ofCluster);

/** What is opened with a number; undefined where there are no entries to tell of. */
function useOpened({ figure, within, direction, set }: FigureNumberProps): OpenedNumber | undefined {
  const intl = useIntl();
  const nameOf = useFigureName();
  const { clusterId } = useOpening();
  const { name, basis, from, to, value, unit, entryCount } = figure;
  if (value === null || !hasEntries(figure, clusterId !== undefined)) return undefined;
  const asked = { name, basis, from, to, clusterId, direction, factorSet: set };
  return {
    title: within === undefined ? nameOf(name) : `${nameOf(name)}, ${within.label}`,
    value: amountWithUnit(intl, value, unit),
    entryCount: entryCount ?? 0,
    figure: within === undefined ? asked : { ...asked, by: within.by, key: within.key },
  };
}

/** Never an empty cell: that it is withheld, and why. */
export const Withheld = ({ reason }: { readonly reason: ShownFigureFragment['withheldReason'] }) => (
  <span className="board-withheld">
    <FormattedMessage id={reason === 'NOT_KNOWN' ? 'board.unknown' : 'board.withheld'} />
    <small>
      <FormattedMessage id={`board.withheld.${reason ?? 'NOT_KNOWN'}`} />
    </small>
  </span>
);

/** Low and high end with factors at the ends of their ranges, and what was missing. */
export function Band({ figure }: { readonly figure: ShownFigureFragment }) {
  const intl = useIntl();
  const { low, high, missingFactors } = figure;
  return (
    <>
      {low !== null && high !== null && low !== high && (
        <span className="board-band">
          <FormattedMessage
            id="board.band"
            values={{ low: decimalText(intl, low), high: decimalText(intl, high) }}
          />
        </span>
      )}
      {missingFactors.length > 0 && (
        <Tooltip content={missingFactors.join(', ')}>
          <span className="board-missing" tabIndex={0}>
            <FormattedMessage id="board.missingFactors" values={{ count: missingFactors.length }} />
          </span>
        </Tooltip>
      )}
    </>
  );
}
