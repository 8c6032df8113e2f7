/** How the pages look: as the device says, or light or dark whatever it says. */
export type Appearance = 'auto' | 'light' | 'dark';

export const APPEARANCES: readonly Appearance[] = Object.freeze(['auto', 'light', 'dark']);

const KEY = 'bistrom-appearance';

/** Of this browser. */
export const storedAppearance = (): Appearance => {
  const stored = localStorage.getItem(KEY);
  return APPEARANCES.find((one) => one === stored) ?? 'auto';
};

/** The kit reads it from the root of the document. */
export const showAppearance = (appearance: Appearance): void => {
  document.documentElement.dataset['colorScheme'] = appearance;
};

export function chooseAppearance(appearance: Appearance): void {
  localStorage.setItem(KEY, appearance);
  showAppearance(appearance);
}
