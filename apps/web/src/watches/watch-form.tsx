import { Button, Checkbox, Field, Heading, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchInListFragment } from '#operations';
import { useAct } from '../shared/act.js';
import { useLanguage } from '../shared/language.js';
import { shareText } from '../shared/numbers.js';
import { useSaid } from '../said/said.js';
import { Refusal } from '../shared/refusal.js';
import { useToast } from '../shell/toasts.js';
import { useViewer } from '../shell/viewer.js';
import { AmountFields } from './amount-fields.js';
import type { FormPart } from './form-part.js';
import { MaterialSearch } from './material-search.js';
import { PropertyFields } from './property-fields.js';
import { emptyWatch, inputOf, valuesOf, type WatchValues } from './watch-values.js';
import { SaveWatch } from './watches.graphql';
import { WhereFields } from './where-fields.js';

interface WatchFormProps {
  /** Undefined makes a new one. */
  readonly watch: WatchInListFragment | undefined;
  readonly onClose: (changed: boolean) => void;
}

const RHYTHMS = ['INSTANT', 'DAILY', 'WEEKLY', 'OFF'] as const;
const SCORES = ['0.3', '0.4', '0.5', '0.6', '0.7', '0.8'];

export function WatchForm({ watch, onClose }: WatchFormProps) {
  const intl = useIntl();
  const { values, change, errorOf, submit, busy, trouble, isElsewhere } = useWatchForm(watch, onClose);
  const part: FormPart = { values, change, errorOf };
  return (
    <form className="card watch watch-form" onSubmit={(event) => void submit(event)} noValidate>
      <Heading level={2} data-size="xs">
        {watch === undefined ? <FormattedMessage id="watches.new" /> : watch.name}
      </Heading>
      <Textfield
        label={intl.formatMessage({ id: 'watches.name' })}
        description={intl.formatMessage({ id: 'watches.nameWhy' })}
        maxLength={80}
        value={values.name}
        error={errorOf('name')}
        onChange={({ target }) => change({ name: target.value })}
      />
      <SideField {...part} />
      <MaterialSearch {...part} />
      <WhereFields {...part} />
      <AmountFields {...part} />
      <PropertyFields {...part} />
      <ScoreField {...part} />
      <Checkbox
        label={intl.formatMessage({ id: 'watches.crossIndustryOnly' })}
        checked={values.crossIndustryOnly}
        onChange={({ target }) => change({ crossIndustryOnly: target.checked })}
      />
      <RhythmField {...part} />
      {isElsewhere && <Refusal trouble={trouble} />}
      <div className="watch-deeds">
        <Button type="submit" loading={busy}>
          <FormattedMessage id="watches.save" />
        </Button>
        <Button variant="tertiary" onClick={() => onClose(false)}>
          <FormattedMessage id="watches.cancel" />
        </Button>
      </div>
    </form>
  );
}

/** Fields that show what is wrong with them; anything else is told at the end of the form. */
const FIELDS = [
  'name',
  'materialIds',
  'areas',
  'siteId',
  'withinKm',
  'amount',
  'properties',
  'leastScore',
] as const;

function useWatchForm(watch: WatchInListFragment | undefined, onClose: (changed: boolean) => void) {
  const intl = useIntl();
  const toast = useToast();
  const { acting } = useViewer();
  const { act, busy, trouble } = useAct(SaveWatch);
  const [values, setValues] = useState(() => {
    const siteId = acting?.firm.sites[0]?.id ?? '';
    return watch === undefined ? emptyWatch(siteId) : valuesOf(watch, siteId);
  });
  const said = useSaid();
  const [tried, setTried] = useState(false);
  const change = (some: Partial<WatchValues>): void => setValues((now) => ({ ...now, ...some }));
  const missing: Readonly<Record<string, boolean>> = {
    name: values.name.trim() === '',
    materialIds: values.materials.length === 0,
    withinKm: values.where === 'SITE' && values.withinKm.trim() === '',
    areas: values.where === 'AREAS' && values.areas.length === 0,
  };
  const errorOf = (field: string): string | undefined => {
    if (tried && missing[field]) return intl.formatMessage({ id: `watches.needed.${field as 'name'}` });
    return trouble !== undefined && isAbout(trouble.path, field) ? said(trouble.message) : undefined;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.values(missing).includes(true)) return;
    if ((await act({ input: inputOf(values, watch?.id) })) === undefined) return;
    toast(<FormattedMessage id="watches.saved" />);
    onClose(true);
  };
  const isElsewhere = trouble !== undefined && !FIELDS.some((field) => isAbout(trouble.path, field));
  return { values, change, errorOf, submit, busy, trouble, isElsewhere };
}

/** `amount` is about input.amount.unit too. */
const isAbout = (path: readonly string[], field: string): boolean => {
  const [, ...within] = path[0] === 'input' ? path : ['', ...path];
  const named = within.join('.');
  return named === field || named.startsWith(`${field}.`);
};

function SideField({ values, change }: FormPart) {
  const intl = useIntl();
  return (
    <Field>
      <Label>
        <FormattedMessage id="watches.side" />
      </Label>
      <Select
        value={values.side}
        onChange={({ target }) => change({ side: target.value === 'NEED' ? 'NEED' : 'OFFER' })}
      >
        {(['OFFER', 'NEED'] as const).map((side) => (
          <Select.Option key={side} value={side}>
            {intl.formatMessage({ id: `watches.side.${side}` })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

function ScoreField({ values, change }: FormPart) {
  const { language } = useLanguage();
  const known = values.leastScore === '' || SCORES.includes(values.leastScore);
  return (
    <Field>
      <Label>
        <FormattedMessage id="watches.leastScore" />
      </Label>
      <Select value={values.leastScore} onChange={({ target }) => change({ leastScore: target.value })}>
        <Select.Option value="">
          <FormattedMessage id="watches.anyScore" />
        </Select.Option>
        {(known ? SCORES : [...SCORES, values.leastScore].sort()).map((one) => (
          <Select.Option key={one} value={one}>
            {shareText(language, Number(one))}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

function RhythmField({ values, change }: FormPart) {
  const intl = useIntl();
  const choose = (chosen: string): void => change({ rhythm: RHYTHMS.find((one) => one === chosen) ?? '' });
  return (
    <Field>
      <Label>
        <FormattedMessage id="watches.rhythm" />
      </Label>
      <Select value={values.rhythm} onChange={({ target }) => choose(target.value)}>
        <Select.Option value="">
          <FormattedMessage id="watches.rhythm.OWN" />
        </Select.Option>
        {RHYTHMS.map((one) => (
          <Select.Option key={one} value={one}>
            {intl.formatMessage({ id: `watches.rhythm.${one}` })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
