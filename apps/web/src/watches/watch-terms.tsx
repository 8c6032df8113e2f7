import { FormattedMessage, useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import type { WatchInListFragment } from '#operations';
import type { TextId } from '../texts/catalogue.js';
import { useLanguage } from '../shared/language.js';
import { amountText, shareText } from '../shared/numbers.js';
import { useViewer } from '../shell/viewer.js';
import { useAreas } from './use-areas.js';

interface WatchProps {
  readonly watch: WatchInListFragment;
}

/** What it asks for, in words; what it does not ask for is left out. */
export function WatchTerms({ watch }: WatchProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const terms: readonly (readonly [TextId, ReactNode])[] = [
    ['watches.side', intl.formatMessage({ id: `watches.side.${watch.side}` })],
    ['watches.materials', intl.formatList(watch.materials.map((one) => one[language]))],
    ['watches.where', <Where watch={watch} />],
    ['watches.amount', watch.amount && <Amount amount={watch.amount} />],
    ['watches.properties', watch.properties.length > 0 && <Properties watch={watch} />],
    ['watches.leastScore', watch.leastScore !== null && shareText(language, watch.leastScore)],
    [
      'watches.industries',
      watch.crossIndustryOnly && intl.formatMessage({ id: 'watches.crossIndustryOnly' }),
    ],
    ['watches.rhythm', intl.formatMessage({ id: `watches.rhythm.${watch.rhythm ?? 'OWN'}` })],
  ];
  return (
    <dl className="watch-terms">
      {terms
        .filter(([, value]) => Boolean(value))
        .map(([id, value]) => (
          <div key={id}>
            <dt>
              <FormattedMessage id={id} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Where({ watch: { areas, siteId, withinKm } }: WatchProps) {
  const intl = useIntl();
  const { memberships } = useViewer();
  const known = useAreas();
  if (siteId !== null) {
    const sites = memberships.flatMap(({ firm }) => firm.sites);
    const site = sites.find(({ id }) => id === siteId)?.name ?? '';
    return <FormattedMessage id="watches.within" values={{ km: withinKm, site }} />;
  }
  if (areas.length === 0) return <FormattedMessage id="watches.everywhere" />;
  return intl.formatList(areas.map((number) => known.get(number)?.label ?? number));
}

function Amount({
  amount: { min, max, unit },
}: {
  readonly amount: NonNullable<WatchProps['watch']['amount']>;
}) {
  const { language } = useLanguage();
  const values = {
    unit,
    min: min === null ? '' : amountText(language, min),
    max: max === null ? '' : amountText(language, max),
  };
  const id = min === null ? 'watches.atMost' : max === null ? 'watches.atLeast' : 'watches.between';
  return <FormattedMessage id={id} values={values} />;
}

function Properties({ watch: { properties } }: WatchProps) {
  const { language } = useLanguage();
  return (
    <ul>
      {properties.map(({ property, min, max, typical, unit }) => (
        <li key={property}>
          {property}{' '}
          {[min, typical, max]
            .filter((one) => one !== null)
            .map((one) => amountText(language, one))
            .join('–')}{' '}
          {unit}
        </li>
      ))}
    </ul>
  );
}
