/** Lets others have their turn within long work: at once when nobody waits, or after so many milliseconds. */
export const breath = (ms = 0): Promise<void> =>
  new Promise((done) => void (ms === 0 ? setImmediate(done) : setTimeout(done, ms)));
