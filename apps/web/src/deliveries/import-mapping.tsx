import { Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DecimalMark, ImportField, ImportHeadFragment, MapDeliveryImportInput } from '#operations';
import { Refusal } from '../shared/refusal.js';
import { useAct } from '../shared/act.js';
import { AgreementSelect } from './agreement-select.js';
import { columnName } from './column-name.js';
import { UnitSelect } from './file-choice.js';
import { MapImport } from './import.graphql';

const FIELDS: readonly ImportField[] = ['DATE', 'AMOUNT', 'UNIT', 'REFERENCE', 'AGREEMENT', 'DISTANCE'];

interface Mapping {
  /** By field: the number of its column, from 1; empty where the file has none. */
  readonly columns: Readonly<Record<ImportField, string>>;
  readonly decimalMark: string;
  readonly agreementId: string;
  readonly unit: string;
}

const mappingOf = ({ columns, decimalMark, agreementId, unit }: ImportHeadFragment): Mapping => {
  const columnOf = (field: ImportField): string =>
    String(columns.find((one) => one.field === field)?.column ?? '');
  return {
    columns: Object.fromEntries(FIELDS.map((field) => [field, columnOf(field)])) as Mapping['columns'],
    decimalMark: decimalMark ?? '',
    agreementId: agreementId ?? '',
    unit: unit ?? '',
  };
};

const inputOf = (
  id: string,
  { columns, decimalMark, agreementId, unit }: Mapping,
): MapDeliveryImportInput => ({
  id,
  columns: FIELDS.filter((field) => columns[field] !== '').map((field) => ({
    field,
    column: Number(columns[field]),
  })),
  ...(decimalMark === '' ? {} : { decimalMark: decimalMark as DecimalMark }),
  ...(agreementId === '' ? {} : { agreementId }),
  ...(unit === '' ? {} : { unit }),
});

/** Which column tells what, where the file's own header was not understood as it was meant. */
export function ImportMapping({ file }: { readonly file: ImportHeadFragment }) {
  const [mapping, setMapping] = useState(() => mappingOf(file));
  const { act, busy, trouble } = useAct(MapImport);
  const change = (part: Partial<Mapping>): void => setMapping({ ...mapping, ...part });
  return (
    <div className="deliveries-mapping">
      <Paragraph className="quiet">
        <FormattedMessage id="deliveries.mapping.lead" />
      </Paragraph>
      <div className="negotiation-fields">
        {FIELDS.map((field) => (
          <ColumnSelect
            key={field}
            field={field}
            header={file.header}
            value={mapping.columns[field]}
            onChange={(column) => change({ columns: { ...mapping.columns, [field]: column } })}
          />
        ))}
        <MarkSelect value={mapping.decimalMark} onChange={(decimalMark) => change({ decimalMark })} />
        <AgreementSelect value={mapping.agreementId} onChange={(agreementId) => change({ agreementId })} />
        <UnitSelect value={mapping.unit} onChange={(unit) => change({ unit })} />
      </div>
      <Refusal trouble={trouble} />
      <div>
        <Button
          variant="secondary"
          loading={busy}
          onClick={() => void act({ input: inputOf(file.id, mapping) })}
        >
          <FormattedMessage id="deliveries.mapping.again" />
        </Button>
      </div>
    </div>
  );
}

interface ColumnSelectProps {
  readonly field: ImportField;
  readonly header: readonly string[];
  readonly value: string;
  readonly onChange: (column: string) => void;
}

function ColumnSelect({ field, header, value, onChange }: ColumnSelectProps) {
  const intl = useIntl();
  return (
    <Field>
      <Label>
        <FormattedMessage id={`deliveries.column.${field}`} />
      </Label>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{intl.formatMessage({ id: 'deliveries.mapping.none' })}</Select.Option>
        {header.map((name, at) => (
          <Select.Option key={columnName(at)} value={String(at + 1)}>
            {`${columnName(at)}: ${name}`}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

interface MarkSelectProps {
  readonly value: string;
  readonly onChange: (mark: string) => void;
}

function MarkSelect({ value, onChange }: MarkSelectProps) {
  const intl = useIntl();
  return (
    <Field>
      <Label>
        <FormattedMessage id="deliveries.mapping.mark" />
      </Label>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{intl.formatMessage({ id: 'deliveries.mapping.markByFile' })}</Select.Option>
        <Select.Option value="COMMA">{intl.formatMessage({ id: 'deliveries.mapping.comma' })}</Select.Option>
        <Select.Option value="POINT">{intl.formatMessage({ id: 'deliveries.mapping.point' })}</Select.Option>
      </Select>
    </Field>
  );
}
