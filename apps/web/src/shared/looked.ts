const KEY = 'bistrom-looked-as-others';

/** Whether somebody at this machine has looked at a stream with others' eyes. */
export const hasLookedAsOthers = (): boolean => localStorage.getItem(KEY) !== null;

export const lookedAsOthers = (): void => localStorage.setItem(KEY, 'yes');
