/* A forked process that touches the sound system. */

#ifndef SUPINE_OUTPUT_DEVICE_PROCESS_H
#define SUPINE_OUTPUT_DEVICE_PROCESS_H

/* In the new process: nothing of the terminal reaches it (keys that send
   signals are for the main process), what libraries print is for nobody, and
   it ends with its parent. */
void device_process_leave_terminal(void);

#endif
