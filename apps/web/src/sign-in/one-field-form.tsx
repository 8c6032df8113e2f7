import { Button, Card, Heading, Textfield } from '@digdir/designsystemet-react';
import type { HTMLInputAutoCompleteAttribute } from 'react';

interface OneFieldFormProps {
  readonly heading?: string;
  readonly label: string;
  readonly submit: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly trouble?: string | undefined;
  readonly onValue: (value: string) => void;
}

/** A form that asks for one thing. */
export function OneFieldForm({ heading, label, submit, onValue, trouble, ...field }: OneFieldFormProps) {
  return (
    <Card asChild>
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          const value = new FormData(event.currentTarget).get('value');
          onValue(typeof value === 'string' ? value.trim() : '');
        }}
      >
        {heading !== undefined && (
          <Heading level={3} data-size="2xs">
            {heading}
          </Heading>
        )}
        <Textfield
          name="value"
          required
          label={label}
          error={trouble === undefined ? undefined : <span role="alert">{trouble}</span>}
          {...field}
        />
        <Button type="submit">{submit}</Button>
      </form>
    </Card>
  );
}
