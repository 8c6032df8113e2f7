import { Alert } from '@digdir/designsystemet-react';
import { useCallback, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Said } from '../said/said.js';
import { useSession } from '../shell/session.js';
import { download, type Saved } from './download.js';
import { useProof } from '../shared/proof.js';

interface Download {
  readonly save: (path: string) => void;
  readonly busy: boolean;
  /** What has come of it, and the dialog that asks for a proof; stands somewhere on the page. */
  readonly told: ReactNode;
}

/** A file that is saved, with its progress told. */
export function useDownload(): Download {
  const { token } = useSession();
  const { proved, dialog } = useProof();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Saved>();
  const run = useCallback(
    async (path: string) => {
      setSaved(undefined);
      setBusy(true);
      if (await proved()) setSaved(await download(path, token));
      setBusy(false);
    },
    [proved, token],
  );
  const told = (
    <>
      {dialog}
      <div aria-live="polite">
        {busy && <FormattedMessage id="exports.making" />}
        {saved !== undefined && <Outcome saved={saved} />}
      </div>
    </>
  );
  return { save: (path) => void run(path), busy, told };
}

function Outcome({ saved }: { readonly saved: Saved }) {
  switch (saved.is) {
    case 'saved':
      return (
        <Alert data-color="success">
          <FormattedMessage id="exports.saved" values={{ name: saved.name }} />
        </Alert>
      );
    case 'refused':
      return (
        <Alert data-color="danger">
          <FormattedMessage id="exports.refused" /> <Said>{saved.message}</Said>
        </Alert>
      );
    case 'unreachable':
      return (
        <Alert data-color="danger">
          <FormattedMessage id="shared.trouble.unreachable" />
        </Alert>
      );
  }
}
