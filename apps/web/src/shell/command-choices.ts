import {
  ArrowsSquarepathIcon,
  BellIcon,
  KeyHorizontalIcon,
  LanguageIcon,
  LeaveIcon,
  LinkIcon,
  MoonIcon,
  PackageIcon,
  PersonIcon,
  PersonPlusIcon,
  PlusIcon,
  SunIcon,
} from '@navikt/aksel-icons';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { CommandThingsQuery } from '#operations';
import { chooseAppearance } from '../shared/appearance.js';
import { LANGUAGE_NAMES, useLanguage } from '../shared/language.js';
import { LANGUAGES } from '../shared/languages.js';
import { placesOf } from './navigation.js';
import { useSession } from './session.js';
import { useViewer } from './viewer.js';

/** One line of the command menu. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  /** More to find it by, shown beside it. */
  readonly hint?: string;
  readonly icon: typeof LinkIcon;
  readonly run: () => void;
}

export function usePages(): readonly Choice[] {
  const intl = useIntl();
  const navigate = useNavigate();
  const viewer = useViewer();
  return [
    ...placesOf(viewer).map(({ to, params, label, icon }) => ({
      id: `page ${to}`,
      text: intl.formatMessage({ id: label }),
      icon,
      run: () => void navigate({ to, params: params ?? {} }),
    })),
    {
      id: 'page account',
      text: intl.formatMessage({ id: 'shell.command.account' }),
      icon: PersonIcon,
      run: () => void navigate({ to: '/account' }),
    },
  ];
}

export function useActions(): readonly Choice[] {
  return [...useDeeds(), ...useSettings()];
}

/** What somebody comes to do. */
function useDeeds(): readonly Choice[] {
  const intl = useIntl();
  const navigate = useNavigate();
  const { memberships, clusters, acting, actFor } = useViewer();
  const staffed = clusters.find(({ role }) => role === 'CLUSTER_STAFF')?.cluster;
  const ofFirm: readonly Choice[] = [
    {
      id: 'do list',
      text: intl.formatMessage({ id: 'shell.command.list' }),
      icon: PlusIcon,
      run: () => void navigate({ to: '/listings/new' }),
    },
    {
      id: 'do watch',
      text: intl.formatMessage({ id: 'shell.command.watch' }),
      icon: BellIcon,
      run: () => void navigate({ to: '/watches' }),
    },
    {
      id: 'do keys',
      text: intl.formatMessage({ id: 'shell.command.keys' }),
      icon: KeyHorizontalIcon,
      run: () => void navigate({ to: '/account', search: { tab: 'keys' } }),
    },
  ];
  const invite: readonly Choice[] =
    staffed === undefined
      ? []
      : [
          {
            id: 'do invite',
            text: intl.formatMessage({ id: 'shell.command.invite' }, { cluster: staffed.name }),
            icon: PersonPlusIcon,
            run: () => void navigate({ to: '/cluster/$slug/members', params: { slug: staffed.slug } }),
          },
        ];
  const others = memberships.filter(({ firm }) => firm.id !== acting?.firm.id);
  const changes: readonly Choice[] = others.map(({ firm }) => ({
    id: `act ${firm.id}`,
    text: intl.formatMessage({ id: 'shell.command.actFor' }, { firm: firm.name }),
    icon: ArrowsSquarepathIcon,
    run: () => void actFor(firm.id),
  }));
  return [...(memberships.length > 0 ? ofFirm : []), ...invite, ...changes];
}

/** How the pages are, and the way out of them. */
function useSettings(): readonly Choice[] {
  const intl = useIntl();
  const { language, speak } = useLanguage();
  const { leave } = useSession();
  const languages: readonly Choice[] = LANGUAGES.filter((one) => one !== language).map((one) => ({
    id: `language ${one}`,
    text: LANGUAGE_NAMES[one],
    hint: intl.formatMessage({ id: 'shared.language' }),
    icon: LanguageIcon,
    run: () => speak(one),
  }));
  return [
    ...languages,
    {
      id: 'appearance light',
      text: intl.formatMessage({ id: 'shell.command.light' }),
      icon: SunIcon,
      run: () => chooseAppearance('light'),
    },
    {
      id: 'appearance dark',
      text: intl.formatMessage({ id: 'shell.command.dark' }),
      icon: MoonIcon,
      run: () => chooseAppearance('dark'),
    },
    { id: 'leave', text: intl.formatMessage({ id: 'shell.signOut' }), icon: LeaveIcon, run: leave },
  ];
}

interface Things {
  readonly listings: readonly Choice[];
  readonly matches: readonly Choice[];
}

interface Stream {
  readonly title: string | null;
  readonly material: { readonly label: string };
}

const nameOf = ({ title, material }: Stream): string => title ?? material.label;

/** Own listings, and matches by what they tie together. */
export function useThings(data: CommandThingsQuery | undefined): Things {
  const navigate = useNavigate();
  return useMemo(() => {
    const listings = data?.listings.edges ?? [];
    const matches = data?.matches.edges ?? [];
    return {
      listings: listings.map(({ node }) => ({
        id: `listing ${node.id}`,
        text: nameOf(node),
        hint: node.material.label,
        icon: PackageIcon,
        run: () => void navigate({ to: '/listings/$id', params: { id: node.id } }),
      })),
      matches: matches.map(({ node: { id, offer, need } }) => ({
        id: `match ${id}`,
        text: `${nameOf(offer)} → ${nameOf(need)}`,
        hint: offer.area,
        icon: LinkIcon,
        run: () => void navigate({ to: '/matches/$id', params: { id } }),
      })),
    };
  }, [data, navigate]);
}
