import { useEffect } from 'react';

/** Asks anew when somebody comes back to the page: what the other side did meanwhile stands there then. */
export function useRenewal(refetch: () => Promise<unknown>): void {
  useEffect(() => {
    const renew = (): void => {
      if (document.visibilityState === 'visible') void refetch().catch(() => undefined);
    };
    const news = ['online', 'focus'] as const;
    for (const event of news) window.addEventListener(event, renew);
    document.addEventListener('visibilitychange', renew);
    return () => {
      for (const event of news) window.removeEventListener(event, renew);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [refetch]);
}
