// Work shared out among threads, results in the order of the tasks. What is in memory is what is being worked on, not
// what there is to do.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace zhibiao::cli {

/// How much may be worked on at a time. A task that alone is larger is worked on alone.
struct InFlight {
  std::size_t threads = 1;
  std::size_t tasks = 64;                     ///< taken and not yet used
  std::size_t bytes = std::size_t{32} << 20;  ///< of all of them, as cost() tells
  std::size_t bytes_a_thread = 0;             ///< a further thread begins when each has taken so many bytes
};

/// Runs `next` (a task, or nothing at the end) one call at a time, `work` on several threads, and `use` on the calling
/// thread, in the order of the tasks. Each thread has a function of its own, made by `make_work` on that thread. What any
/// of them throws ends the work and is thrown from run().
template <typename Task, typename Result>
class InOrder {
 public:
  using Work = std::function<Result(Task&&)>;

  InOrder(const InFlight& limits, std::function<std::optional<Task>()> next,
          std::function<std::size_t(const Task&)> cost, std::function<Work(std::size_t)> make_work)
      : limits_(limits), next_(std::move(next)), cost_(std::move(cost)), make_work_(std::move(make_work)) {}

  void run(const std::function<void(Result&&)>& use) {
    const Stop stop{*this};
    if (limits_.threads <= 1 || !begin()) return run_here(use);
    while (auto result = wait_for_next()) use(std::move(*result));
  }

 private:
  struct Slot {
    std::size_t cost = 0;
    std::optional<Result> result;
    std::exception_ptr failure;
  };
  /// Ends the threads, whatever ended the work.
  struct Stop {
    InOrder& work;
    ~Stop() {
      {
        const std::lock_guard lock(work.state_);
        work.stopped_ = true;
      }
      work.room_.notify_all();
      work.threads_.clear();
    }
  };

  void run_here(const std::function<void(Result&&)>& use) {
    const Work work = make_work_(0);
    while (auto task = next_()) use(work(std::move(*task)));
  }

  /// False where the system gives no thread.
  bool begin() {
    const std::lock_guard lock(state_);  // the thread may ask for a further one at once
    return add_thread();
  }

  /// With state_ locked. Where the system gives no further thread, those that run do all of it.
  bool add_thread() {
    try {
      const std::size_t number = threads_.size();
      threads_.emplace_back([this, number] { serve(number); });
      return true;
    } catch (const std::system_error&) {
      limits_.threads = threads_.size();
      return false;
    }
  }

  void serve(std::size_t number) {
    Work work;
    while (auto taken = take()) {
      Slot& slot = *taken->second;
      try {
        if (!work) work = make_work_(number);
        slot_done(slot, work(std::move(taken->first)), nullptr);
      } catch (...) {
        slot_done(slot, std::nullopt, std::current_exception());
      }
    }
  }

  void slot_done(Slot& slot, std::optional<Result> result, std::exception_ptr failure) {
    const std::lock_guard lock(state_);
    slot.result = std::move(result);
    slot.failure = std::move(failure);
    ready_.notify_one();
  }

  /// The next task with its place in the order, when there is room for it.
  std::optional<std::pair<Task, Slot*>> take() {
    const std::lock_guard taking(input_);
    if (ended_) return std::nullopt;
    std::optional<Task> task;
    std::exception_ptr failure;
    try {
      task = next_();
    } catch (...) {
      failure = std::current_exception();
    }
    const std::size_t cost = task ? cost_(*task) : 0;
    std::unique_lock lock(state_);
    room_.wait(lock, [&] { return stopped_ || slots_.empty() || has_room(cost); });
    ended_ = stopped_ || !task;
    if (stopped_ || (!task && !failure)) {
      ready_.notify_one();
      return std::nullopt;
    }
    slots_.push_back({cost, std::nullopt, failure});
    if (failure) {
      ready_.notify_one();
      return std::nullopt;
    }
    bytes_ += cost;
    bytes_taken_ += cost;
    if (threads_.size() < limits_.threads && bytes_taken_ > threads_.size() * limits_.bytes_a_thread) add_thread();
    return std::pair(std::move(*task), &slots_.back());
  }

  bool has_room(std::size_t cost) const { return slots_.size() < limits_.tasks && bytes_ + cost <= limits_.bytes; }

  /// The result that is next in order; empty when all have been.
  std::optional<Result> wait_for_next() {
    std::unique_lock lock(state_);
    ready_.wait(lock, [&] { return slots_.empty() ? ended_ : (slots_.front().result || slots_.front().failure); });
    if (slots_.empty()) return std::nullopt;
    Slot slot = std::move(slots_.front());
    slots_.pop_front();
    bytes_ -= slot.cost;
    lock.unlock();
    room_.notify_all();
    if (slot.failure) std::rethrow_exception(slot.failure);
    return std::move(slot.result);
  }

  InFlight limits_;
  std::function<std::optional<Task>()> next_;
  std::function<std::size_t(const Task&)> cost_;
  std::function<Work(std::size_t)> make_work_;

  std::mutex input_;  ///< held while a task is taken; before state_
  std::mutex state_;  ///< of all below
  std::condition_variable ready_;
  std::condition_variable room_;
  std::deque<Slot> slots_;  ///< in flight, in order; a deque's elements stay where they are
  std::size_t bytes_ = 0;
  std::size_t bytes_taken_ = 0;
  bool ended_ = false;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace zhibiao::cli
