import { useEffect, useState } from 'react';

const TOKENS = {
  ink: '--ink',
  quiet: '--ink-quiet',
  rule: '--rule',
  surface: '--surface',
  sunken: '--sunken',
  part1: '--part-1',
  part2: '--part-2',
  part3: '--part-3',
  part4: '--part-4',
} as const;

/** Colours of the page's tokens, as a drawing can take them. */
export type Inks = Readonly<Record<keyof typeof TOKENS, string>>;

/** A token may be made of others: what the browser comes to is asked of an element that wears it. */
function readInks(): Inks {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colourOf = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const inks = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, colourOf(token)]));
  probe.remove();
  return inks as Inks;
}

/** Anew when the page turns light or dark, by the machine or by choice. */
export function useInks(): Inks {
  const [inks, setInks] = useState(readInks);
  useEffect(() => {
    const again = (): void => setInks(readInks());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    const chosen = new MutationObserver(again);
    chosen.observe(document.documentElement, { attributeFilter: ['data-color-scheme', 'class'] });
    return () => {
      dark.removeEventListener('change', again);
      chosen.disconnect();
    };
  }, []);
  return inks;
}
