/** Milliseconds by the clock that all processes of a machine share and nobody sets: what one sent, another heard. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
