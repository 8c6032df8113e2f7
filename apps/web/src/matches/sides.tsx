import { useTexts } from '../shared/language.js';
import type { Listing, Match } from './match.js';

interface SidesProps {
  readonly match: Match;
  readonly firmIds: readonly string[];
}

/** The viewer's listing first, whichever way the stream goes. */
export function Sides({ match: { offer, need }, firmIds }: SidesProps) {
  const isOwn = ({ firm }: Listing): boolean => firm !== null && firmIds.includes(firm.id);
  const [own, other] = isOwn(need) && !isOwn(offer) ? [need, offer] : [offer, need];
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

function OwnSide({ listing }: { readonly listing: Listing }) {
  const { language, texts } = useTexts();
  return (
    <div className="side">
      <p className="side-label">
        {texts.matches.own} · {texts.matches.sides[listing.side]}
      </p>
      <h3>{listing.title}</h3>
      <p className="quiet">{listing.material[language]}</p>
    </div>
  );
}

function OtherSide({ listing }: { readonly listing: Listing }) {
  const { language, texts } = useTexts();
  return (
    <div className="side">
      <p className="side-label">
        {texts.matches.other} · {texts.matches.sides[listing.side]}
      </p>
      <p className="side-title">{listing.material[language]}</p>
      {listing.area !== '' && <p className="quiet">{listing.area}</p>}
      <p className="quiet">{listing.firm?.name ?? <span className="masked">{texts.matches.masked}</span>}</p>
    </div>
  );
}
