import { Alert, Button } from '@digdir/designsystemet-react';
import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

interface Toast {
  readonly id: number;
  readonly text: ReactNode;
}

/** Says something that has just happened, until it is closed or ten seconds are over. */
type Tell = (text: ReactNode) => void;

const ToastContext = createContext<Tell>(() => undefined);

export const useToast = (): Tell => use(ToastContext);

const SHOWN_MS = 10_000;
/** More would hide the page. */
const MOST = 4;

/** Read out politely by screen readers, and never in the way of the keyboard: what they say stands in the inbox too. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const intl = useIntl();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const last = useRef(0);
  const tell = useCallback(
    (text: ReactNode): void => {
      last.current += 1;
      const id = last.current;
      setToasts((all) => [...all, { id, text }].slice(-MOST));
      window.setTimeout(() => close(id), SHOWN_MS);
    },
    [close],
  );
  return (
    <ToastContext value={tell}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text }) => (
          <Alert key={id} data-color="success" className="toast">
            <div>{text}</div>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={intl.formatMessage({ id: 'shell.toast.close' })}
              onClick={() => close(id)}
            >
              ×
            </Button>
          </Alert>
        ))}
      </div>
    </ToastContext>
  );
}
