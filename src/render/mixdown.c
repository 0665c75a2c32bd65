/* Renders a session. */

#include "render/mixdown.h"

#include "mix/mixer.h"

#define BLOCK_FRAMES 4096

static enum status write_blocks(struct mixer *mixer, int64_t frames,
                                struct sound_store *sounds,
                                const struct mixdown_sink *sink)
{
  float block[BLOCK_FRAMES * 2];
  enum status status = STATUS_OK;
  for (int64_t done = 0; done < frames && status == STATUS_OK;) {
    const int64_t left = frames - done;
    const int64_t count = left < BLOCK_FRAMES ? left : BLOCK_FRAMES;
    sound_store_refill(sounds);
    mixer_render(mixer, block, (uint32_t)count);
    status = sink->write(sink->context, block, count);
    done += count;
  }
  return status;
}

enum status mixdown(const struct session *session,
                    const struct mixer_options *options,
                    const struct mixdown_sink *sink)
{
  struct pool *pool = session->studio->pool;
  struct mixer *mixer = NULL;
  enum status status = mixer_create(pool, options, &mixer);
  if (status != STATUS_OK) {
    return status;
  }
  const struct mix_message messages[] = {
      {.kind = MIX_SCORE, .score = session->score},
      {.kind = MIX_RUN},
  };
  mixer_send(mixer, &messages[0]);
  mixer_send(mixer, &messages[1]);
  status = write_blocks(mixer, score_frames(session->score),
                        session->studio->sounds, sink);
  mixer_destroy(pool, mixer);
  return status;
}
