import { Button } from '@digdir/designsystemet-react';
import { ExpandIcon, MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import type { Map as LibreMap } from 'maplibre-gl';
import { useIntl } from 'react-intl';

interface MapButtonsProps {
  readonly map: LibreMap;
  /** Shows everything again. */
  readonly reset: () => void;
}

export function MapButtons({ map, reset }: MapButtonsProps) {
  const intl = useIntl();
  return (
    <div className="map-buttons">
      <Button
        icon
        variant="secondary"
        data-size="sm"
        aria-label={intl.formatMessage({ id: 'shared.map.in' })}
        onClick={() => map.zoomIn()}
      >
        <PlusIcon aria-hidden />
      </Button>
      <Button
        icon
        variant="secondary"
        data-size="sm"
        aria-label={intl.formatMessage({ id: 'shared.map.out' })}
        onClick={() => map.zoomOut()}
      >
        <MinusIcon aria-hidden />
      </Button>
      <Button
        icon
        variant="secondary"
        data-size="sm"
        aria-label={intl.formatMessage({ id: 'shared.map.all' })}
        onClick={reset}
      >
        <ExpandIcon aria-hidden />
      </Button>
    </div>
  );
}
