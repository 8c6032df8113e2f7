import { Table, Tag } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ShownRatiosFragment } from '#operations';
import { Said } from '../said/said.js';
import { amountWithUnit } from '../shared/decimals.js';
import { Wide } from '../shared/wide.js';
import type { TextId } from '../texts/catalogue.js';
import { useFigureName } from './names.js';

/** Exchanges held against what firms take in and let out in all, with the formula of each. */
export function Ratios({ ratios: { ratios, year } }: { readonly ratios: ShownRatiosFragment }) {
  const intl = useIntl();
  const nameOf = useFigureName();
  return (
    <>
      <p className="quiet">
        <FormattedMessage id="board.ratios.lead" values={{ year: String(year) }} />
      </p>
      <Wide label={intl.formatMessage({ id: 'board.ratios' })}>
        <Table data-size="sm">
          <Table.Head>
            <Table.Row>
              {(['name', 'value', 'standard'] as const).map((head) => (
                <Table.HeaderCell key={head}>
                  <FormattedMessage id={`board.ratios.${head}`} />
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {ratios.map(({ name, value, unit, lacks, formula, standard, core }) => (
              <Table.Row key={name}>
                <Table.HeaderCell scope="row">
                  {nameOf(name)}
                  <small className="board-formula">
                    <Formula name={name} written={formula} />
                  </small>
                </Table.HeaderCell>
                <Table.Cell>
                  {value === null ? (
                    <span className="board-withheld">
                      <FormattedMessage id="board.unknown" />
                      <small>
                        <Said>{lacks ?? undefined}</Said>
                      </small>
                    </span>
                  ) : (
                    amountWithUnit(intl, value, unit)
                  )}
                </Table.Cell>
                <Table.Cell>
                  <FormattedMessage id={`board.standard.${standard}`} />{' '}
                  {core && (
                    <Tag data-size="sm" data-color="info">
                      <FormattedMessage id="board.ratios.core" />
                    </Tag>
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Wide>
    </>
  );
}

/** In words of the page; as the API writes it where the page has none yet. */
function Formula({ name, written }: { readonly name: string; readonly written: string }) {
  const intl = useIntl();
  const id = `board.formula.${name}`;
  if (id in intl.messages) return <FormattedMessage id={id as TextId} />;
  return <span lang="en">{written}</span>;
}
