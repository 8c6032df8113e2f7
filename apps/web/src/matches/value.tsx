import { Details, Table } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BandOfValueFragment, ValueOfMatchFragment, WholeMatchFragment } from '#operations';
import { useLanguage } from '../shared/language.js';
import { amountText, kmText } from '../shared/numbers.js';
import { wordFor } from './words.js';

const PARTS = ['purchaseAvoided', 'disposalAvoided', 'treatment', 'transport', 'net'] as const;

/** Money and climate in a year, part by part, each with the band that it may lie in. */
export function Value({ match }: { readonly match: WholeMatchFragment }) {
  const intl = useIntl();
  const { value } = match;
  if (value === null)
    return (
      <p className="quiet">
        <FormattedMessage id="matches.value.none" />
      </p>
    );
  return (
    <>
      <p className="quiet">
        <FormattedMessage id="matches.value.lead" />
      </p>
      <div
        className="match-scroll"
        role="group"
        tabIndex={0}
        aria-label={intl.formatMessage({ id: 'matches.part.value' })}
      >
        <Accounts value={value} />
      </div>
      <Missing value={value} />
      <Haulage value={value} />
      <p className="quiet">
        <FormattedMessage
          id="matches.value.sets"
          values={{ prices: value.priceSet, factors: value.factorSet }}
        />
      </p>
    </>
  );
}

function Accounts({ value: { perYear } }: { readonly value: ValueOfMatchFragment }) {
  return (
    <Table className="match-value">
      <caption className="unseen">
        <FormattedMessage id="matches.part.value" />
      </caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>
            <FormattedMessage id="matches.value.part" />
          </Table.HeaderCell>
          <Table.HeaderCell>
            <FormattedMessage id="matches.value.nok" />
          </Table.HeaderCell>
          <Table.HeaderCell>
            <FormattedMessage id="matches.value.co2e" />
          </Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {PARTS.map((part) => (
          <Table.Row key={part} className={part === 'net' ? 'match-value-net' : ''}>
            <Table.HeaderCell scope="row">
              <FormattedMessage id={`matches.value.${part}`} />
            </Table.HeaderCell>
            <Table.Cell>
              <Band band={perYear.nok[part]} />
            </Table.Cell>
            <Table.Cell>
              <Band band={perYear.co2eKg[part]} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** What it is likeliest, and from where to where it may lie. */
function Band({ band: { low, central, high } }: { readonly band: BandOfValueFragment }) {
  const { language } = useLanguage();
  return (
    <>
      <strong className={central.startsWith('-') ? 'worse' : ''}>{amountText(language, central)}</strong>
      {low !== high && (
        <small className="quiet">
          <FormattedMessage
            id="matches.value.band"
            values={{ low: amountText(language, low), high: amountText(language, high) }}
          />
        </small>
      )}
    </>
  );
}

/** A figure that was not there counts as nothing; it is told, never guessed. */
function Missing({ value: { missing } }: { readonly value: ValueOfMatchFragment }) {
  if (missing.length === 0) return null;
  return (
    <p className="match-missing">
      <FormattedMessage
        id="matches.value.missing"
        values={{ what: <span lang="en">{missing.join(', ')}</span> }}
      />
    </p>
  );
}

/** Every way of travelling that was considered, the chosen one first. */
function Haulage({ value: { alternatives, unit } }: { readonly value: ValueOfMatchFragment }) {
  const intl = useIntl();
  const { language } = useLanguage();
  if (alternatives.length === 0) return null;
  return (
    <Details className="match-haulage">
      <Details.Summary>
        <FormattedMessage id="matches.haul" />
      </Details.Summary>
      <Details.Content>
        <ul className="disclosure-list">
          {alternatives.map(({ mode, km, perUnit }, at) => (
            <li key={`${mode} ${at}`}>
              <FormattedMessage
                id="matches.haul.way"
                values={{
                  mode: wordFor(intl, `matches.mode.${mode}`, mode),
                  km: kmText(language, km),
                  nok: amountText(language, perUnit.nok.central),
                  kg: amountText(language, perUnit.co2eKg.central),
                  unit,
                }}
              />
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
