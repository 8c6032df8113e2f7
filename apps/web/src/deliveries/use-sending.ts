import { useState } from 'react';
import { useSession } from '../shell/session.js';
import { sendFile } from './send-file.js';
import type { Sending } from './sending.js';

interface FileSender {
  readonly send: (path: string, file: File) => Promise<string | undefined>;
  /** 0 to 1 while a file is on its way; 1 is sent, and being read. */
  readonly progress: number | undefined;
  /** Why the last file was not taken. */
  readonly refusal: Exclude<Sending, { is: 'kept' }> | undefined;
}

/** Sends one file at a time and tells how far it is. */
export function useSending(): FileSender {
  const { token } = useSession();
  const [progress, setProgress] = useState<number>();
  const [refusal, setRefusal] = useState<FileSender['refusal']>();
  const send = async (path: string, file: File): Promise<string | undefined> => {
    setRefusal(undefined);
    setProgress(0);
    const sending = await sendFile({ path, file, token, onProgress: setProgress });
    setProgress(undefined);
    if (sending.is === 'kept') return sending.id;
    setRefusal(sending);
    return undefined;
  };
  return { send, progress, refusal };
}
