/** Of `attachment; filename="board-2026.xlsx"`. */
export const nameIn = (disposition: string | null): string | undefined =>
  /filename="([^"]+)"/.exec(disposition ?? '')?.[1];
