import { useIntl } from 'react-intl';

/** Working days and deliveries are Norwegian ones, wherever somebody reads of them. */
const ZONE = 'Europe/Oslo';

interface InstantProps {
  /** ISO 8601, as the API gives it. */
  readonly at: string;
  /** The day alone. */
  readonly day?: boolean;
}

/** A moment in the reader's language. */
export function Instant({ at, day = false }: InstantProps) {
  const intl = useIntl();
  const text = intl.formatDate(at, {
    dateStyle: 'medium',
    timeZone: ZONE,
    ...(day ? {} : { timeStyle: 'short' as const }),
  });
  return <time dateTime={at}>{text}</time>;
}
