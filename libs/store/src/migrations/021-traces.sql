-- Which request a job goes on with, in the form of W3C Trace Context; only where the program that asked was traced.
alter table job_request add trace_parent text;
