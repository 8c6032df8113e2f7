import { actingFor } from '../shell/acting-for.js';
import { sendingOf, type Sending } from './sending.js';

interface FileToSend {
  readonly path: string;
  readonly file: File;
  readonly token: string;
  /** 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/** The headers by which the api knows who sends or asks for a file. */
export const fileHeaders = (token: string): Readonly<Record<string, string>> => {
  const firmId = actingFor();
  return {
    authorization: `Bearer ${token}`,
    ...(firmId === undefined ? {} : { 'x-bistrom-acting-for': firmId }),
  };
};

/** Sends a file as it is. Not by fetch: that tells nothing of how far it is. */
export function sendFile({ path, file, token, onProgress }: FileToSend): Promise<Sending> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(fileHeaders(token))) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / (total || 1)));
    request.addEventListener('load', () => resolve(sendingOf(request.status, request.responseText)));
    request.addEventListener('error', () => resolve({ is: 'unreachable' }));
    request.send(file);
  });
}
