import { Button, Field, Heading, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OwnPlantFragment } from '#operations';
import { wordFor } from '../matches/words.js';
import { useSaid } from '../said/said.js';
import { useAct } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { useViewer } from '../shell/viewer.js';
import { MaterialSearch } from '../watches/material-search.js';
import type { WatchValues } from '../watches/watch-values.js';
import '../watches/watches.css';
import { SavePlant } from './plants.graphql';

interface PlantFormProps {
  /** Undefined lists a new one. */
  readonly plant: OwnPlantFragment | undefined;
  readonly treatments: readonly string[];
  readonly onClose: (changed: boolean) => void;
}

interface Values extends Pick<WatchValues, 'side' | 'materials'> {
  readonly siteId: string;
  readonly treatment: string;
  readonly capacity: string;
  readonly cost: string;
}

const FIELDS = ['siteId', 'treatment', 'materialIds', 'capacityTonnes', 'costNokPerTonne'] as const;
type FieldName = (typeof FIELDS)[number];

/** Decimals as people write them, with the spaces between thousands. */
const decimalOf = (text: string): string => text.replaceAll(/\s/g, '').replace(',', '.');
const isDecimal = (text: string): boolean => /^\d{1,12}(\.\d{1,6})?$/.test(decimalOf(text));

/** One plant: what it does to what, how much of it, and what that costs. */
export function PlantForm({ plant, treatments, onClose }: PlantFormProps) {
  const intl = useIntl();
  const { acting } = useViewer();
  const { values, change, errorOf, submit, busy, trouble } = usePlantForm(plant, treatments, onClose);
  const isElsewhere = trouble !== undefined && !FIELDS.some((one) => one === fieldOf(trouble));
  const named = treatments
    .map((key) => ({ key, name: wordFor(intl, `matches.treatment.${key.replace('treatment:', '')}`, key) }))
    .sort((a, b) => a.name.localeCompare(b.name, intl.locale));
  return (
    <form className="card plant plant-form" onSubmit={(event) => void submit(event)} noValidate>
      <Heading level={2} data-size="xs">
        <FormattedMessage id={plant === undefined ? 'plants.add' : 'plants.change'} />
      </Heading>
      <Field>
        <Label>
          <FormattedMessage id="plants.treatment" />
        </Label>
        <Select value={values.treatment} onChange={({ target }) => change({ treatment: target.value })}>
          {named.map(({ key, name }) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>
          <FormattedMessage id="plants.site" />
        </Label>
        <Select value={values.siteId} onChange={({ target }) => change({ siteId: target.value })}>
          {(acting?.firm.sites ?? []).map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <MaterialSearch values={values} change={change} errorOf={errorOf} />
      <Textfield
        label={intl.formatMessage({ id: 'plants.capacity' })}
        inputMode="decimal"
        value={values.capacity}
        error={errorOf('capacityTonnes')}
        onChange={({ target }) => change({ capacity: target.value })}
      />
      <Textfield
        label={intl.formatMessage({ id: 'plants.cost' })}
        inputMode="decimal"
        value={values.cost}
        error={errorOf('costNokPerTonne')}
        onChange={({ target }) => change({ cost: target.value })}
      />
      {isElsewhere && <Refusal trouble={trouble} />}
      <div className="plant-deeds">
        <Button type="submit" loading={busy}>
          <FormattedMessage id="plants.save" />
        </Button>
        <Button variant="tertiary" onClick={() => onClose(false)}>
          <FormattedMessage id="plants.cancel" />
        </Button>
      </div>
    </form>
  );
}

// What it takes is searched for among what arises.
const emptyPlant = (siteId: string, [treatment = '']: readonly string[]): Values => ({
  side: 'OFFER',
  siteId,
  treatment,
  materials: [],
  capacity: '',
  cost: '',
});

const valuesOf = ({ siteId, treatment, materials, ...plant }: OwnPlantFragment): Values => ({
  side: 'OFFER',
  siteId,
  treatment,
  materials,
  capacity: plant.capacityTonnes,
  cost: plant.costNokPerTonne,
});

function usePlantForm(
  plant: OwnPlantFragment | undefined,
  treatments: readonly string[],
  onClose: (changed: boolean) => void,
) {
  const intl = useIntl();
  const said = useSaid();
  const toast = useToast();
  const { acting } = useViewer();
  const { act, busy, trouble } = useAct(SavePlant);
  const [tried, setTried] = useState(false);
  const [values, setValues] = useState<Values>(() => {
    const siteId = acting?.firm.sites[0]?.id ?? '';
    return plant === undefined ? emptyPlant(siteId, treatments) : valuesOf(plant);
  });
  const wrong: Readonly<Partial<Record<FieldName, boolean>>> = {
    materialIds: values.materials.length === 0,
    capacityTonnes: !isDecimal(values.capacity),
    costNokPerTonne: !isDecimal(values.cost),
  };
  const errorOf = (field: 'materialIds' | 'capacityTonnes' | 'costNokPerTonne'): string | undefined => {
    if (tried && wrong[field]) return intl.formatMessage({ id: `plants.needed.${field}` });
    return trouble !== undefined && fieldOf(trouble) === field ? said(trouble.message) : undefined;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).includes(true)) return;
    const { siteId, treatment, materials, capacity, cost } = values;
    const input = {
      ...(plant && { id: plant.id }),
      siteId,
      treatment,
      materialIds: materials.map(({ id }) => id),
      capacityTonnes: decimalOf(capacity),
      costNokPerTonne: decimalOf(cost),
    };
    if ((await act({ input })) === undefined) return;
    toast(<FormattedMessage id="plants.saved" />);
    onClose(true);
  };
  const change = (some: Partial<Values>): void => setValues((now) => ({ ...now, ...some }));
  return { values, change, errorOf, submit, busy, trouble };
}
