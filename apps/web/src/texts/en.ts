import account from '../account/en.json';
import apiLinks from '../api-links/en.json';
import board from '../board/en.json';
import confirmation from '../confirmation/en.json';
import deliveries from '../deliveries/en.json';
import exports from '../exports/en.json';
import front from '../front/en.json';
import help from '../help/en.json';
import hints from '../hints/en.json';
import inbox from '../inbox/en.json';
import invitation from '../invitation/en.json';
import listings from '../listings/en.json';
import map from '../map/en.json';
import matches from '../matches/en.json';
import members from '../members/en.json';
import negotiation from '../negotiation/en.json';
import plans from '../plans/en.json';
import plants from '../plants/en.json';
import shared from '../shared/en.json';
import shell from '../shell/en.json';
import signIn from '../sign-in/en.json';
import start from '../start/en.json';
import transport from '../transport/en.json';
import watches from '../watches/en.json';
import workbench from '../workbench/en.json';
import type { nb } from './nb.js';

/** The same in English; a text that is missing is an error of types. */
export const en: Record<keyof typeof nb, string> = {
  ...account,
  ...apiLinks,
  ...board,
  ...confirmation,
  ...deliveries,
  ...exports,
  ...front,
  ...help,
  ...hints,
  ...inbox,
  ...invitation,
  ...listings,
  ...map,
  ...matches,
  ...members,
  ...negotiation,
  ...plans,
  ...plants,
  ...shared,
  ...shell,
  ...signIn,
  ...start,
  ...transport,
  ...watches,
  ...workbench,
};
