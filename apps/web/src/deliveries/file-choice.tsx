import { Field, Heading, Label, Link, Paragraph, Select } from '@digdir/designsystemet-react';
import { UploadIcon } from '@navikt/aksel-icons';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type DragEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { UNITS } from '../negotiation/units.js';
import { useWords } from '../negotiation/words.js';
import { AgreementSelect } from './agreement-select.js';
import { SendingState } from './sending-state.js';
import { useSending } from './use-sending.js';

/** The first step: a file, and what its rows need not say. */
export function FileChoice({ agreementId: first }: { readonly agreementId: string }) {
  const navigate = useNavigate();
  const [agreementId, setAgreementId] = useState(first);
  const [unit, setUnit] = useState('');
  const { send, progress, refusal } = useSending();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const asked = new URLSearchParams({ name: file.name });
    if (agreementId !== '') asked.set('agreementId', agreementId);
    if (unit !== '') asked.set('unit', unit);
    const id = await send(`/api/imports/deliveries?${asked.toString()}`, file);
    if (id !== undefined) await navigate({ to: '/deliveries/import', search: { file: id } });
  };
  return (
    <div className="deliveries-choice">
      <section className="deliveries-defaults" aria-labelledby="deliveries-defaults">
        <Heading level={2} data-size="xs" id="deliveries-defaults">
          <FormattedMessage id="deliveries.import.defaults" />
        </Heading>
        <Paragraph className="quiet">
          <FormattedMessage id="deliveries.import.defaultsLead" />
        </Paragraph>
        <div className="negotiation-fields">
          <AgreementSelect value={agreementId} onChange={setAgreementId} />
          <UnitSelect value={unit} onChange={setUnit} />
        </div>
      </section>
      <DropZone take={(file) => void take(file)} isBusy={progress !== undefined} />
      <SendingState progress={progress} refusal={refusal} />
      <Paragraph data-size="sm" className="quiet">
        <FormattedMessage id="deliveries.import.takes" />{' '}
        <Link href="/api/imports/deliveries/template.csv" download>
          <FormattedMessage id="deliveries.import.template" />
        </Link>
      </Paragraph>
    </div>
  );
}

interface UnitSelectProps {
  readonly value: string;
  readonly onChange: (unit: string) => void;
}

export function UnitSelect({ value, onChange }: UnitSelectProps) {
  const intl = useIntl();
  const words = useWords();
  return (
    <Field>
      <Label>
        <FormattedMessage id="deliveries.import.unit" />
      </Label>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{intl.formatMessage({ id: 'deliveries.import.inFile' })}</Select.Option>
        {UNITS.map((unit) => (
          <Select.Option key={unit} value={unit}>
            {words.unit(unit)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

interface DropZoneProps {
  readonly take: (file: File | undefined) => void;
  readonly isBusy: boolean;
}

/** The field does for mouse, keyboard and screen reader; dropping is one more way. */
function DropZone({ take, isBusy }: DropZoneProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isBusy) take(event.dataTransfer.files[0]);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={isOver ? 'deliveries-drop over' : 'deliveries-drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <UploadIcon aria-hidden fontSize="2rem" />
      <Label htmlFor={id}>
        <FormattedMessage id="deliveries.import.choose" />
      </Label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        disabled={isBusy}
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      <Paragraph data-size="sm" className="quiet">
        <FormattedMessage id="deliveries.import.drop" />
      </Paragraph>
    </div>
  );
}
