/** Colours of the map, from the page's own tokens. */
export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly area: string;
  readonly flow: string;
  readonly chosen: string;
  readonly halo: string;
}

const TOKENS: Readonly<Record<keyof Palette, string>> = {
  sea: '--ds-color-info-surface-tinted',
  land: '--ds-color-neutral-background-default',
  border: '--ds-color-neutral-border-subtle',
  area: '--ds-color-brand1-surface-hover',
  flow: '--ds-color-brand1-base-default',
  chosen: '--ds-color-warning-border-strong',
  halo: '--ds-color-neutral-background-default',
};

/** What the tokens stand for at an element; MapLibre draws on a canvas and knows no custom properties. */
export function readPalette(at: HTMLElement): Palette {
  const probe = at.appendChild(document.createElement('span'));
  const colourOf = (name: keyof Palette): string => {
    probe.style.color = `var(${TOKENS[name]})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    sea: colourOf('sea'),
    land: colourOf('land'),
    border: colourOf('border'),
    area: colourOf('area'),
    flow: colourOf('flow'),
    chosen: colourOf('chosen'),
    halo: colourOf('halo'),
  };
  probe.remove();
  return palette;
}

/** @returns what ends the watch */
export function watchPalette(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const attributes = new MutationObserver(changed);
  dark.addEventListener('change', changed);
  attributes.observe(document.documentElement, { attributeFilter: ['data-color-scheme'] });
  return () => {
    dark.removeEventListener('change', changed);
    attributes.disconnect();
  };
}
