import { Table, Tag } from '@digdir/designsystemet-react';
import { EyeIcon, EyeSlashIcon, FilterIcon } from '@navikt/aksel-icons';
import { DISCLOSURE_GROUPS, levelsFor, ONLOOKERS, type Level, type Visibility } from '#domain';
import { FormattedMessage, useIntl } from 'react-intl';

const COLOURS = { EXACT: 'success', BANDED: 'warning', HIDDEN: 'neutral' } as const;
const ICONS = { EXACT: EyeIcon, BANDED: FilterIcon, HIDDEN: EyeSlashIcon } as const;

/** A level in a word, with a sign of its own beside its colour. */
export function LevelTag({ level }: { readonly level: Level }) {
  const Icon = ICONS[level];
  return (
    <Tag data-color={COLOURS[level]} data-size="sm" variant={level === 'HIDDEN' ? 'outline' : 'default'}>
      <Icon aria-hidden /> <FormattedMessage id={`listings.level.${level}`} />
    </Tag>
  );
}

/** Any firm and cluster: only how they stand to each other decides. */
const LISTING = { firmId: 'own', clusterIds: ['own'] };

/** Who is told how much, by the same rule that tells them. */
export function WhoSees({ visibility }: { readonly visibility: Visibility }) {
  const intl = useIntl();
  return (
    <div
      className="listings-scroll"
      tabIndex={0}
      role="region"
      aria-label={intl.formatMessage({ id: 'listings.sees.caption' })}
    >
      <Table data-size="sm" className="listings-sees">
        <caption>
          <FormattedMessage id="listings.sees.caption" />
        </caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">
              <FormattedMessage id="listings.sees.who" />
            </Table.HeaderCell>
            {DISCLOSURE_GROUPS.map((group) => (
              <Table.HeaderCell key={group} scope="col">
                <FormattedMessage id={`listings.group.${group}`} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {ONLOOKERS.map((onlooker) => {
            const levels = levelsFor(onlooker, { ...LISTING, visibility });
            return (
              <Table.Row key={onlooker}>
                <Table.HeaderCell scope="row">
                  <FormattedMessage id={`listings.onlooker.${onlooker}`} />
                </Table.HeaderCell>
                {levels === undefined ? (
                  <Table.Cell colSpan={DISCLOSURE_GROUPS.length} className="quiet">
                    <FormattedMessage id="listings.sees.nothing" />
                  </Table.Cell>
                ) : (
                  DISCLOSURE_GROUPS.map((group) => (
                    <Table.Cell key={group}>
                      <LevelTag level={levels[group]} />
                    </Table.Cell>
                  ))
                )}
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
    </div>
  );
}
