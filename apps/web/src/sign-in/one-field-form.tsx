import { useId, type HTMLInputTypeAttribute } from 'react';

interface OneFieldFormProps {
  readonly heading?: string;
  readonly label: string;
  readonly submit: string;
  readonly type: HTMLInputTypeAttribute;
  readonly autoComplete: string;
  readonly trouble?: string | undefined;
  readonly onValue: (value: string) => void;
}

/** A form that asks for one thing. */
export function OneFieldForm({ heading, label, submit, onValue, trouble, ...field }: OneFieldFormProps) {
  const [id, troubleId] = [useId(), useId()];
  return (
    <form
      className="card sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get('value');
        onValue(typeof value === 'string' ? value.trim() : '');
      }}
    >
      {heading !== undefined && <h3>{heading}</h3>}
      <label htmlFor={id}>{label}</label>
      <input id={id} name="value" required aria-describedby={troubleId} {...field} />
      <p id={troubleId} className="field-trouble" role="alert">
        {trouble}
      </p>
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}
