import {
  BarChartIcon,
  BellIcon,
  BranchingIcon,
  Buildings3Icon,
  FileTextIcon,
  HandshakeIcon,
  HouseIcon,
  LinkIcon,
  LocationPinIcon,
  MagnifyingGlassIcon,
  PackageIcon,
  PersonGroupIcon,
  QuestionmarkCircleIcon,
  ChatExclamationmarkIcon,
  TasklistIcon,
  TruckIcon,
} from '@navikt/aksel-icons';
import type { LinkProps } from '@tanstack/react-router';
import type { TextId } from '../texts/catalogue.js';
import type { Viewer } from './viewer.js';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly params?: Readonly<Record<string, string>>;
  readonly label: TextId;
  readonly icon: typeof HouseIcon;
}

const OF_FIRMS: readonly Place[] = [
  { to: '/listings', label: 'shell.nav.listings', icon: PackageIcon },
  { to: '/matches', label: 'shell.nav.matches', icon: LinkIcon },
  { to: '/agreements', label: 'shell.nav.agreements', icon: HandshakeIcon },
  { to: '/joint-transport', label: 'shell.nav.jointTransport', icon: TruckIcon },
  { to: '/watches', label: 'shell.nav.watches', icon: MagnifyingGlassIcon },
  { to: '/figures', label: 'shell.nav.figures', icon: BarChartIcon },
];

/** What administrators of a firm see to besides. */
const OF_ADMINS: readonly Place[] = [
  { to: '/hints', label: 'shell.nav.aboutUs', icon: ChatExclamationmarkIcon },
  { to: '/members', label: 'shell.nav.members', icon: PersonGroupIcon },
];

const ofCluster = (slug: string): readonly Place[] => [
  { to: '/cluster/$slug/board', params: { slug }, label: 'shell.nav.board', icon: BarChartIcon },
  { to: '/cluster/$slug/map', params: { slug }, label: 'shell.nav.map', icon: LocationPinIcon },
  { to: '/cluster/$slug/workbench', params: { slug }, label: 'shell.nav.workbench', icon: TasklistIcon },
  { to: '/cluster/$slug/plans', params: { slug }, label: 'shell.nav.plans', icon: BranchingIcon },
  {
    to: '/cluster/$slug/return-loads',
    params: { slug },
    label: 'shell.nav.returnLoads',
    icon: TruckIcon,
  },
  { to: '/cluster/$slug/hints', params: { slug }, label: 'shell.nav.hints', icon: Buildings3Icon },
  { to: '/cluster/$slug/reports', params: { slug }, label: 'shell.nav.reports', icon: FileTextIcon },
  { to: '/cluster/$slug/members', params: { slug }, label: 'shell.nav.members', icon: PersonGroupIcon },
];

const OF_EVERYBODY: readonly Place[] = [
  { to: '/inbox', label: 'shell.nav.inbox', icon: BellIcon },
  { to: '/help', label: 'shell.nav.help', icon: QuestionmarkCircleIcon },
];

/** Where a viewer may go, in the order of the menu: by firm, then by cluster, then what everybody has. */
export const placesOf = ({ memberships, clusters, acting }: Viewer): readonly Place[] => [
  { to: '/', label: 'shell.nav.start', icon: HouseIcon },
  ...(memberships.length > 0 ? OF_FIRMS : []),
  ...(acting?.role === 'FIRM_ADMIN' ? OF_ADMINS : []),
  ...clusters.slice(0, 1).flatMap(({ cluster }) => ofCluster(cluster.slug)),
  ...OF_EVERYBODY,
];
