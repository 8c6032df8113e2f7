import { Paragraph, Table } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlannedPlantFragment, PlanObjective } from '#operations';
import { wordFor } from '../matches/words.js';
import { Wide } from '../shared/wide.js';
import { plainText, plantText } from './words.js';

interface PlantsProps {
  readonly objective: PlanObjective;
  readonly plants: readonly PlannedPlantFragment[];
}

const COLUMNS = ['capacity', 'used', 'worth'] as const;

/** The plants that streams are treated at, how full they are, and what one more tonne at each would bring. */
export function Plants({ objective, plants }: PlantsProps) {
  const intl = useIntl();
  const measure = intl.formatMessage({ id: `plans.in.${objective}` });
  if (plants.length === 0)
    return (
      <Paragraph className="quiet">
        <FormattedMessage id="plans.plants.none" />
      </Paragraph>
    );
  return (
    <Wide label={intl.formatMessage({ id: 'plans.plants' })}>
      <Table data-size="sm">
        <caption className="unseen">
          <FormattedMessage id="plans.plants" />
        </caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>
              <FormattedMessage id="plans.plants.column.plant" />
            </Table.HeaderCell>
            {COLUMNS.map((one) => (
              <Table.HeaderCell key={one} className="plans-number">
                <FormattedMessage id={`plans.plants.column.${one}`} values={{ measure }} />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {plants.map((plant) => (
            <Table.Row key={plant.id}>
              <Table.HeaderCell scope="row">
                {wordFor(
                  intl,
                  `matches.treatment.${plant.treatment.replace('treatment:', '')}`,
                  plant.treatment,
                )}
                , {plantText(intl, plant)}
              </Table.HeaderCell>
              {COLUMNS.map((one) => (
                <Table.Cell key={one} className="plans-number">
                  {plainText(intl, plant[one])}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
}
