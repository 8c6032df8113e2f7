import { Button, Checkbox, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlannedFlowFragment, PlannedPlantFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { Refusal } from '../shared/refusal.js';
import { Wide } from '../shared/wide.js';
import { useToast } from '../shell/toasts.js';
import { SuggestFlows } from './plans.graphql';
import { amountText, listingText, plantText, wholeText } from './words.js';

/** As many as can be suggested at once. */
const MOST = 100;
const COLUMNS = ['offer', 'need', 'amount', 'nok', 'co2e', 'km'] as const;

interface FlowsProps {
  readonly planId: string;
  readonly flows: readonly PlannedFlowFragment[];
  readonly plants: readonly PlannedPlantFragment[];
  readonly onSuggested: () => void;
}

/** What should flow, and which of it to suggest to the firms. */
export function Flows({ planId, flows, plants, onSuggested }: FlowsProps) {
  const intl = useIntl();
  const tell = useToast();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { act, busy, trouble } = useAct(SuggestFlows);
  const toggle = (id: string): void =>
    setChosen((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id].slice(0, MOST)));
  const suggest = async (): Promise<void> => {
    if ((await act({ input: { planId, flowIds: [...chosen] } })) === undefined) return;
    tell(<FormattedMessage id="plans.suggested" values={{ count: chosen.length }} />);
    setChosen([]);
    onSuggested();
  };
  return (
    <>
      <Paragraph className="quiet">
        <FormattedMessage id="plans.suggest.what" />
      </Paragraph>
      <FlowRows
        label={intl.formatMessage({ id: 'plans.flows' })}
        flows={flows}
        plants={plants}
        chosen={chosen}
        toggle={toggle}
      />
      <Refusal trouble={trouble} />
      <Button loading={busy} disabled={chosen.length === 0} onClick={() => void suggest()}>
        <FormattedMessage id="plans.suggest" values={{ count: chosen.length }} />
      </Button>
    </>
  );
}

interface FlowRowsProps {
  readonly label: string;
  readonly flows: readonly PlannedFlowFragment[];
  readonly plants: readonly PlannedPlantFragment[];
  readonly chosen: readonly string[];
  readonly toggle: (id: string) => void;
}

const FlowRows = ({ label, flows, plants, chosen, toggle }: FlowRowsProps) => (
  <Wide label={label}>
    <Table data-size="sm">
      <caption className="unseen">
        <FormattedMessage id="plans.flows" />
      </caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>
            <FormattedMessage id="plans.column.choose" />
          </Table.HeaderCell>
          {COLUMNS.map((one) => (
            <Table.HeaderCell
              key={one}
              className={one === 'offer' || one === 'need' ? undefined : 'plans-number'}
            >
              <FormattedMessage id={`plans.column.${one}`} />
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {flows.map((flow) => (
          <FlowRow
            key={flow.id}
            flow={flow}
            plant={plants.find(({ id }) => id === flow.plantId)}
            isChosen={chosen.includes(flow.id)}
            toggle={toggle}
          />
        ))}
      </Table.Body>
    </Table>
  </Wide>
);

interface FlowRowProps {
  readonly flow: PlannedFlowFragment;
  /** Where it is treated; undefined where no plant is listed. */
  readonly plant: PlannedPlantFragment | undefined;
  readonly isChosen: boolean;
  readonly toggle: (id: string) => void;
}

function FlowRow({ flow, plant, isChosen, toggle }: FlowRowProps) {
  const intl = useIntl();
  const { id, offer, need, quantity, nok, co2eKg, km, suggested, treatment } = flow;
  const [from, to] = [listingText(intl, offer), listingText(intl, need)];
  return (
    <Table.Row>
      <Table.Cell>
        {suggested === null ? (
          <Checkbox
            aria-label={intl.formatMessage({ id: 'plans.choose' }, { from, to })}
            checked={isChosen}
            onChange={() => toggle(id)}
          />
        ) : (
          <Tag data-size="sm" data-color={suggested === 'AGREED' ? 'success' : 'info'}>
            <FormattedMessage id={`plans.state.of.${suggested}`} />
          </Tag>
        )}
      </Table.Cell>
      <Table.Cell>{from}</Table.Cell>
      <Table.Cell>
        {to}
        {treatment !== null && (
          <small className="plans-treated">
            <FormattedMessage
              id={plant === undefined ? 'plans.treated' : 'plans.treatedAt'}
              values={{ plant: plant && plantText(intl, plant) }}
            />
          </small>
        )}
      </Table.Cell>
      <Table.Cell className="plans-number">
        {amountText(intl, quantity.value ?? '0', quantity.unit)}
      </Table.Cell>
      <Table.Cell className="plans-number">{wholeText(intl, nok)}</Table.Cell>
      <Table.Cell className="plans-number">{wholeText(intl, co2eKg)}</Table.Cell>
      <Table.Cell className="plans-number">{intl.formatNumber(km, { maximumFractionDigits: 0 })}</Table.Cell>
    </Table.Row>
  );
}
