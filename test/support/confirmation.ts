import { confirmationLink, SYSTEM, type Market } from '#market';

/** The link that a reminder's mail would hold; undefined where there is nothing to confirm. */
export const linkToConfirm = async (
  market: Market,
  listingId: string,
  webUrl: string,
): Promise<string | undefined> => {
  const { setting } = market;
  const made = await setting.store.transaction(SYSTEM, (tx) =>
    confirmationLink(tx, setting, listingId, webUrl),
  );
  return made?.link;
};
