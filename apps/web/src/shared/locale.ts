import { useIntl } from 'react-intl';

/** As the api names languages: nb or en. */
export const useLocale = (): string => useIntl().locale.slice(0, 2);
