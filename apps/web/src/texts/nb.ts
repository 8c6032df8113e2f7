import account from '../account/nb.json';
import apiLinks from '../api-links/nb.json';
import board from '../board/nb.json';
import confirmation from '../confirmation/nb.json';
import deliveries from '../deliveries/nb.json';
import exports from '../exports/nb.json';
import front from '../front/nb.json';
import help from '../help/nb.json';
import hints from '../hints/nb.json';
import inbox from '../inbox/nb.json';
import invitation from '../invitation/nb.json';
import listings from '../listings/nb.json';
import map from '../map/nb.json';
import matches from '../matches/nb.json';
import members from '../members/nb.json';
import negotiation from '../negotiation/nb.json';
import plans from '../plans/nb.json';
import plants from '../plants/nb.json';
import shared from '../shared/nb.json';
import shell from '../shell/nb.json';
import signIn from '../sign-in/nb.json';
import start from '../start/nb.json';
import transport from '../transport/nb.json';
import watches from '../watches/nb.json';
import workbench from '../workbench/nb.json';

/** The texts of every folder, in one catalogue; an id begins with its folder's name. */
export const nb = {
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
