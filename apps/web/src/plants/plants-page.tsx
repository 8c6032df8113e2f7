import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OwnPlantFragment } from '#operations';
import { wordFor } from '../matches/words.js';
import { plainText, wholeText } from '../plans/words.js';
import { useAct } from '../shared/act.js';
import { Confirm } from '../shared/confirm.js';
import { useLanguage } from '../shared/language.js';
import { Empty, Page } from '../shared/page.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { useViewer } from '../shell/viewer.js';
import { PlantForm } from './plant-form.js';
import { OwnPlants, WithdrawPlant } from './plants.graphql';
import './plants.css';

/** What the firm's plants can treat for others; plans of its clusters go through them. */
export function PlantsPage() {
  const intl = useIntl();
  const result = useQuery(OwnPlants, { fetchPolicy: 'cache-and-network' });
  /** The plant that is changed; `new` while one is added. */
  const [open, setOpen] = useState<string>();
  const again = (): void => void result.refetch().catch(() => undefined);
  const close = (changed: boolean): void => {
    setOpen(undefined);
    if (changed) again();
  };
  return (
    <Page
      title={intl.formatMessage({ id: 'plants.title' })}
      lead={<FormattedMessage id="plants.lead" />}
      actions={
        open === undefined && (
          <Button onClick={() => setOpen('new')}>
            <FormattedMessage id="plants.add" />
          </Button>
        )
      }
    >
      <Whole result={result}>
        {({ treatmentPlants, plantTreatments }) => {
          if (open !== undefined) {
            const plant = treatmentPlants.find(({ id }) => id === open);
            return <PlantForm key={open} plant={plant} treatments={plantTreatments} onClose={close} />;
          }
          if (treatmentPlants.length === 0)
            return (
              <Empty title={intl.formatMessage({ id: 'plants.none' })}>
                <Paragraph>
                  <FormattedMessage id="plants.noneWhy" />
                </Paragraph>
              </Empty>
            );
          return (
            <ul className="plants-rows">
              {treatmentPlants.map((plant) => (
                <PlantCard key={plant.id} plant={plant} onEdit={() => setOpen(plant.id)} onGone={again} />
              ))}
            </ul>
          );
        }}
      </Whole>
    </Page>
  );
}

interface PlantCardProps {
  readonly plant: OwnPlantFragment;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}

function PlantCard({ plant, onEdit, onGone }: PlantCardProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const { acting } = useViewer();
  const { treatment, materials, capacityTonnes, costNokPerTonne, siteId } = plant;
  const site = acting?.firm.sites.find(({ id }) => id === siteId)?.name ?? '';
  return (
    <li className="card plant">
      <Heading level={2} data-size="xs">
        {wordFor(intl, `matches.treatment.${treatment.replace('treatment:', '')}`, treatment)}, {site}
      </Heading>
      <Paragraph>
        <FormattedMessage
          id="plants.terms"
          values={{
            tonnes: plainText(intl, capacityTonnes),
            cost: plainText(intl, costNokPerTonne),
            materials: intl.formatList(materials.map((one) => one[language])),
          }}
        />
      </Paragraph>
      <PlantHint plant={plant} />
      <Deeds plant={plant} onEdit={onEdit} onGone={onGone} />
    </li>
  );
}

function PlantHint({ plant: { hint } }: { readonly plant: OwnPlantFragment }) {
  const intl = useIntl();
  if (hint === null) return null;
  const measure = intl.formatMessage({ id: `plans.in.${hint.objective}` });
  const { least, most } = hint;
  return (
    <Alert data-color="info">
      <FormattedMessage
        id="plants.hint"
        values={{ least: wholeText(intl, least), most: wholeText(intl, most), measure }}
      />
    </Alert>
  );
}

function Deeds({ plant: { id }, onEdit, onGone }: PlantCardProps) {
  const intl = useIntl();
  const { act, busy, trouble } = useAct(WithdrawPlant);
  const [asking, setAsking] = useState(false);
  const withdraw = async (): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    setAsking(false);
    onGone();
  };
  return (
    <div className="plant-deeds">
      <Button variant="secondary" data-size="sm" onClick={onEdit}>
        <FormattedMessage id="plants.change" />
      </Button>
      <Button variant="tertiary" data-size="sm" onClick={() => setAsking(true)}>
        <FormattedMessage id="plants.withdraw" />
      </Button>
      {asking && (
        <Confirm
          title={intl.formatMessage({ id: 'plants.withdraw' })}
          deed={intl.formatMessage({ id: 'plants.withdraw' })}
          busy={busy}
          onDeed={() => void withdraw()}
          onClose={() => setAsking(false)}
        >
          <FormattedMessage id="plants.withdrawWhy" />
          <Refusal trouble={trouble} />
        </Confirm>
      )}
    </div>
  );
}
