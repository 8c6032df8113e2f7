import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { SideOfMatchFragment } from '#operations';
import { useLanguage } from '../shared/language.js';
import { useSides } from './own-side.js';

interface SidesProps {
  readonly match: { readonly offer: SideOfMatchFragment; readonly need: SideOfMatchFragment };
}

/** The viewer's listing first, whichever way the stream goes. */
export function Sides({ match }: SidesProps) {
  const { own, other } = useSides(match);
  return (
    <div className="sides">
      <OwnSide listing={own} />
      <svg className={`sides-way sides-way-${own.side.toLowerCase()}`} viewBox="0 0 48 16" aria-hidden="true">
        <path d="M1 8c8 0 8 4 16 4s8-8 16-8 6 4 13 4m-5-5 6 5-6 5" />
      </svg>
      <OtherSide listing={other} />
    </div>
  );
}

function OwnSide({ listing }: { readonly listing: SideOfMatchFragment }) {
  const { language } = useLanguage();
  return (
    <div className="side">
      <p className="side-label">
        <FormattedMessage id="matches.own" /> · <FormattedMessage id={`matches.side.${listing.side}`} />
      </p>
      <p className="side-title">
        <Link to="/listings/$id" params={{ id: listing.id }}>
          {listing.title}
        </Link>
      </p>
      <p className="quiet">{listing.material[language]}</p>
    </div>
  );
}

function OtherSide({ listing }: { readonly listing: SideOfMatchFragment }) {
  const { language } = useLanguage();
  return (
    <div className="side">
      <p className="side-label">
        <FormattedMessage id="matches.other" /> · <FormattedMessage id={`matches.side.${listing.side}`} />
      </p>
      <p className="side-title">{listing.material[language]}</p>
      {listing.area !== '' && <p className="quiet">{listing.area}</p>}
      <p className="quiet">
        {listing.firm?.name ?? (
          <span className="masked">
            <FormattedMessage id="matches.masked" />
          </span>
        )}
      </p>
    </div>
  );
}
