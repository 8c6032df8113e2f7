import { request } from '../shared/request.js';
import { fileHeaders } from './send-file.js';

/** @returns whether the file came */
export async function download(path: string, fileName: string, token: string): Promise<boolean> {
  const response = await request(path, { headers: fileHeaders(token) });
  if (response?.ok !== true) return false;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
  return true;
}
